import assert from 'node:assert/strict';
import { fileLinks } from '../../server/src/service/compose/file-links';
import { composeFolds } from '../../server/src/service/compose/folding';
import { keyHover } from '../../server/src/service/compose/key-hover';
import { type ComposeSymbol, composeSymbols } from '../../server/src/service/compose/symbols';
import { readComposeText } from '../../server/src/compose/text';
import { Source } from '../../server/src/text/source';
import { sceneOf } from '../support/compose-scene';
import { type ProjectTexts } from '../support/project';

describe('hover on keys of Compose files', () => {
  for (const [what, marked, expected] of [
    [
      'a key of a service',
      'services:\n  web:\n    read_|only: true\n',
      /^\*\*`read_only`\*\* · boolean or string\n\nMount the container's filesystem as read only/,
    ],
    ['a key in braces', 'services: {web: {im|age: a}}\n', /Specify the image/],
    [
      'a key deep down',
      'services:\n  web:\n    deploy: {resources: {limits: {mem|ory: 1g}}}\n',
      /reference\/compose-file\/deploy\/#resources/,
    ],
    ['a key of a fragment', 'x-a: &a\n  res|tart: always\nservices:\n  web:\n    <<: *a\n', /Restart policy/],
    ['a section', 'net|works:\n', /reference\/compose-file\/networks\//],
    ['what is deprecated', 'ver|sion: "3"\n', /_deprecated_/],
    ['the values that are allowed', 'services:\n  web:\n    cg|roup: host\n', /`host`, `private`/],
    ['no name of the author', 'services:\n  w|eb: {image: a}\n', undefined],
    ['no value', 'services:\n  web: {image: a|b}\n', undefined],
    ['no unknown key', 'services:\n  web:\n    imagine|: a\n', undefined],
  ] as const)
    it(`explains ${what}`, async () => {
      const { scene, offset } = await sceneOf(marked);
      const found = keyHover(scene, offset);
      if (expected === undefined) assert.equal(found, undefined);
      else assert.match(found?.markdown ?? '', expected);
    });
});

describe('the outline of a Compose file', () => {
  const outline = (symbols: readonly ComposeSymbol[]): readonly string[] =>
    symbols.flatMap(({ name, kind, detail, children }) => [
      `${kind} ${name}${detail === '' ? '' : ` ${detail}`}`,
      ...outline(children).map((line) => `  ${line}`),
    ]);

  it('has sections, what they declare, and its keys', () => {
    const text =
      'name: shop\nx-base: &base\n  restart: always\nservices:\n  web:\n    <<: *base\n    image: nginx\n  db: *base\nvolumes:\n  data:\n';
    assert.deepEqual(outline(composeSymbols(readComposeText(text))), [
      'section name shop',
      'fragment x-base',
      '  key restart always',
      'section services',
      '  service web nginx',
      '    key image nginx',
      '  service db',
      'section volumes',
      '  declaration data',
    ]);
  });

  it('covers names and values, as editors demand', () => {
    const check = ({ span, nameSpan, children }: ComposeSymbol): void => {
      assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
      children.forEach(check);
    };
    for (const text of ['services:\n  web\n  db: {image', ': a\n? b\n: c\n', 'services: *a\n- b', ''])
      composeSymbols(readComposeText(text)).forEach(check);
  });
});

describe('folds of a Compose file', () => {
  for (const [what, text, expected] of [
    [
      'blocks',
      'services:\n  web:\n    image: a\n\n  db:\n    image: b\n\nvolumes: {}\n',
      ['0-5', '1-2', '4-5'],
    ],
    ['lists in the column of their key, and their items', 'a:\n- b: 1\n  c: 2\n- d\ne: f\n', ['0-3', '1-2']],
    ['comments of several lines', '# a\n# b\n\n# c\na:\n  b: 1\n', ['0-1 comment', '4-5']],
    ['regions', '#region x\na: 1\n# endregion\n', ['0-2 region']],
    ['brackets of several lines', 'a: [\n  b,\n]\n', ['0-1']],
    ['documents, each by itself', 'a:\n  b: 1\n---\nc:\n  d: 1\n', ['0-1', '3-4']],
    ['half-written text', 'a:\n  b: [\n    c: "\n', ['0-2', '1-2']],
  ] as const)
    it(`are ${what}`, () =>
      assert.deepEqual(
        composeFolds(new Source(text)).map(({ first, last, kind }) =>
          [`${first}-${last}`, kind].join(' ').trim(),
        ),
        expected,
      ));
});

describe('links of a Compose file', () => {
  const dockerfiles = { 'app/Dockerfile': 'FROM a\n', 'app/prod.Dockerfile': 'FROM a\n' };

  const links = async (text: string, others?: ProjectTexts, path?: string): Promise<readonly string[]> => {
    const { scene } = await sceneOf(`|${text}`, others, path);
    return fileLinks(scene).map(
      ({ span, uri, kind }) =>
        `${text.slice(span.start, span.end)} → ${uri.replace('file:///w/', '')} (${kind})`,
    );
  };

  for (const [what, text, expected] of [
    [
      'Dockerfiles',
      'services:\n  a: {build: {context: ./app, dockerfile: "prod.Dockerfile"}}\n',
      ['prod.Dockerfile → app/prod.Dockerfile (Dockerfile)'],
    ],
    ['contexts', 'services:\n  a: {build: ./app}\n', ['./app → app/Dockerfile (Dockerfile)']],
    [
      'env files',
      'services:\n  a: {image: a, env_file: [a.env, {path: ./b.env, required: false}]}\n',
      ['a.env → a.env (file of variables)', './b.env → b.env (file of variables)'],
    ],
    [
      'includes',
      'include:\n  - a.yaml\n  - {path: [b/c.yaml, d.yaml], env_file: .env.b}\n',
      [
        'a.yaml → a.yaml (Compose file)',
        'b/c.yaml → b/c.yaml (Compose file)',
        'd.yaml → d.yaml (Compose file)',
        '.env.b → .env.b (file of variables)',
      ],
    ],
    [
      'extended files',
      'services:\n  a: {extends: {file: ../base.yaml, service: b}}\n',
      ['../base.yaml → file:///base.yaml (Compose file)'],
    ],
    [
      'secrets and configs',
      'secrets: {s: {file: ./s.txt}}\nconfigs: {c: {file: c.conf}}\n',
      ['./s.txt → s.txt (file)', 'c.conf → c.conf (file)'],
    ],
    [
      'nothing remote or unknown',
      'include: ["https://example.com/a.git", "$A/b.yaml", "~/c.yaml"]\nservices:\n  a: {build: "https://example.com/a.git"}\n',
      [],
    ],
  ] as const)
    it(`lead to ${what}`, async () => assert.deepEqual(await links(text, dockerfiles), expected));

  it('know the variables of the project', async () =>
    assert.deepEqual(await links('include: ["$WHERE/a.yaml"]\n', { '.env': 'WHERE=sub\n' }), [
      '$WHERE/a.yaml → sub/a.yaml (Compose file)',
    ]));

  it('lead to no Dockerfile that is not there', async () =>
    assert.deepEqual(await links('services:\n  a: {build: ./app}\n', { 'app/readme': '' }), []));

  it('of an included file start at its own folder', async () => {
    const others = { 'compose.yaml': 'include: [sub/more.yaml]\n' };
    const text = 'services:\n  a: {image: a, env_file: a.env}\n';
    assert.deepEqual(await links(text, others, 'sub/more.yaml'), ['a.env → sub/a.env (file of variables)']);
  });
});
