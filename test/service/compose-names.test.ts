import assert from 'node:assert/strict';
import { nameAt } from '../../server/src/service/compose/names';
import { canRename, renameEdits, renameProblem } from '../../server/src/service/compose/rename';
import { applyEdits } from '../../server/src/text/edit';
import { sceneOf } from '../support/compose-scene';
import { type ProjectTexts } from '../support/project';

/** Where the name under the caret stands: `compose.yaml:3:4`, with `!` where it is declared. */
async function places(marked: string, others?: ProjectTexts, path?: string): Promise<readonly string[]> {
  const { scene, offset } = await sceneOf(marked, others, path);
  return (nameAt(scene, offset)?.spots ?? [])
    .map(({ uri, source, span, declares }) => {
      const { line, character } = source.positionAt(span.start);
      return `${uri.replace('file:///w/', '')}:${line}:${character}${declares ? '!' : ''}`;
    })
    .sort();
}

const at = (...lines: readonly string[]): readonly string[] => lines.map((line) => `compose.yaml:${line}`);

describe('names in Compose files', () => {
  describe('lead to all places of', () => {
    for (const [what, marked, expected] of [
      [
        'a service',
        'services:\n  d|b: {image: a}\n  web:\n    depends_on: [db]\n    links: ["db:base"]\n    network_mode: service:db\n    extends: db\n    volumes_from: ["db:ro"]\n',
        at('1:2!', '3:17', '4:13', '5:26', '6:13', '7:20'),
      ],
      [
        'a service from a use',
        'services:\n  db: {image: a}\n  web:\n    depends_on:\n      d|b: {condition: service_started}\n',
        at('1:2!', '4:6'),
      ],
      [
        'a network',
        'services:\n  web:\n    networks: {ba|ck: {}}\nnetworks:\n  "back":\n',
        at('2:15', '4:3!'),
      ],
      [
        'a volume, in the short and the long form',
        'services:\n  web:\n    volumes:\n      - da|ta:/a\n      - {type: volume, source: data, target: /b}\n      - {type: bind, source: data, target: /c}\n      - ./data:/d\nvolumes: {data: }\n',
        at('3:8', '4:31', '7:10!'),
      ],
      [
        'a secret, of services and builds',
        'services:\n  web:\n    build: {context: ., secrets: [ke|y]}\n    secrets: [{source: key}]\nsecrets: {key: {file: a}}\n',
        at('2:34', '3:23', '4:10!'),
      ],
      [
        'a config',
        "services:\n  web:\n    configs: ['co|nf']\nconfigs:\n  conf: {file: a}\n",
        at('2:15', '4:2!'),
      ],
      [
        'a profile',
        'services:\n  a: {image: a, profiles: [de|v]}\n  b: {image: b, profiles: [dev]}\n',
        at('1:27', '2:27'),
      ],
      [
        'an anchor',
        'x-a: &ba|se {restart: always}\nservices:\n  web:\n    <<: *base\n    labels: {a: "*base"}\n',
        at('0:6!', '3:9'),
      ],
      ['the anchor that counts there', 'a: &x 1\nb: *x\nc: &x 2\nd: *|x\n', at('2:4!', '3:4')],
      [
        'what a fragment names, once',
        'x-a: &a {networks: [ba|ck]}\nservices:\n  v: {<<: *a, image: a}\n  w: {<<: *a, image: a}\nnetworks: {back: }\n',
        at('0:20', '4:11!'),
      ],
      [
        'no network for a service of that name',
        'services:\n  back: {image: a, networks: [ba|ck]}\nnetworks: {back: }\n',
        at('1:30', '2:11!'),
      ],
      ['no name with a variable in it', 'services:\n  web: {networks: ["$|A"]}\n', []],
      ['no ordinary value', 'services:\n  web: {image: d|b}\n  db: {image: a}\n', []],
    ] as const)
      it(what, async () => assert.deepEqual(await places(marked), expected));
  });

  it('are looked for in all files of a project', async () => {
    const others = {
      'compose.override.yaml': 'services:\n  web: {depends_on: [db]}\n',
      'more.yaml': 'services:\n  db: {image: b}\n',
    };
    assert.deepEqual(
      await places('include: [more.yaml]\nservices:\n  web: {image: a, depends_on: [d|b]}\n', others),
      ['compose.override.yaml:1:21', 'compose.yaml:2:31', 'more.yaml:1:2!'],
    );
  });

  it('of a service in another file lead there, and back', async () => {
    const main = 'services:\n  base: {image: a}\n  web: {extends: {file: common.yaml, service: base}}\n';
    const common = 'services:\n  base: {image: a, depends_on: [base]}\n';
    const expected = ['common.yaml:1:2!', 'common.yaml:1:32', 'compose.yaml:2:46'];
    const [before, after] = main.split('service: base');
    const marked = `${before ?? ''}service: ba|se${after ?? ''}`;
    assert.deepEqual(await places(marked, { 'common.yaml': common }), expected);
    assert.deepEqual(
      await places(common.replace('base:', 'b|ase:'), { 'compose.yaml': main }, 'common.yaml'),
      expected,
    );
    // The service of that name in the file itself is another one.
    assert.deepEqual(await places(main.replace('base:', 'ba|se:'), { 'common.yaml': common }), [
      'compose.yaml:1:2!',
    ]);
  });

  it('of a target lead to the stage, its uses and the other targets', async () => {
    const others = {
      Dockerfile: 'FROM alpine AS Build\nFROM build AS run\nCOPY --from=build /a /b\nCOPY --from=0 /a /b\n',
    };
    const marked =
      'services:\n  a: {build: {context: ., target: bu|ild}}\n  b: {build: {context: ., target: build}}\n';
    assert.deepEqual(await places(marked, others), [
      'Dockerfile:0:15!',
      'Dockerfile:1:5',
      'Dockerfile:2:12',
      'compose.yaml:1:34',
      'compose.yaml:2:34',
    ]);
    assert.deepEqual(await places(marked.replace('bu|ild', 'no|ne'), others), []);
  });

  describe('can be changed', () => {
    const rename = async (marked: string, newName: string): Promise<string | undefined> => {
      const { scene, text, offset } = await sceneOf(marked);
      const name = nameAt(scene, offset);
      if (name === undefined || !canRename(name)) return undefined;
      const problem = renameProblem(scene, name, newName);
      if (problem !== undefined) return problem;
      return renameEdits(name, newName).reduce((before, { edits }) => applyEdits(before, edits), text);
    };
    const text = 'services:\n  db: {image: a}\n  web: {image: a, depends_on: ["d|b"], links: ["db:x"]}\n';

    for (const [what, marked, newName, expected] of [
      ['with all their uses', text, 'base', text.replace('|', '').replaceAll(/\bdb\b/g, 'base')],
      ['with aliases', 'a: &x 1\nb: *|x\n', 'y', 'a: &y 1\nb: *y\n'],
      ['not into what is no name', text, 'two words', '"two words" cannot be a name here.'],
      ['not into what YAML reads otherwise', text, 'on', '"on" cannot be a name here.'],
      ['not into one that is taken', text, 'web', '"web" is taken already.'],
      ['not into an anchor that is taken', 'a: &x 1\nc: &y 2\nb: *|x\n', 'y', '"y" is taken already.'],
      ['unless nothing declares them', text.replace('  db:', '  dc:'), 'base', undefined],
      [
        'unless they are switched on elsewhere',
        'services:\n  a: {image: a, profiles: [de|v]}\n',
        'test',
        undefined,
      ],
    ] as const)
      it(what, async () => assert.equal(await rename(marked, newName), expected));
  });
});
