import assert from 'node:assert/strict';
import { type Completion } from '../../server/src/service/compose/completion';
import { composeCompletions } from '../../server/src/service/compose/completions';
import { parseYaml } from '../../server/src/compose/yaml';
import { applyEdits, replace } from '../../server/src/text/edit';
import { sceneOf } from '../support/compose-scene';
import { type ProjectTexts } from '../support/project';

async function proposals(marked: string, others?: ProjectTexts): Promise<readonly Completion[]> {
  const { scene, offset } = await sceneOf(marked, others);
  return composeCompletions(scene, offset);
}

async function labels(marked: string, others?: ProjectTexts): Promise<readonly string[]> {
  return (await proposals(marked, others)).map(({ label }) => label);
}

/** The text once a proposal was taken. */
async function taken(marked: string, label: string, others?: ProjectTexts): Promise<string> {
  const { scene, text, offset } = await sceneOf(marked, others);
  const found = composeCompletions(scene, offset).find((each) => each.label === label);
  assert.ok(found, `${label} is not proposed`);
  return applyEdits(text, [replace(found.span, found.newText)]);
}

const web = (...lines: readonly string[]): string =>
  `services:\n  web:\n${lines.map((line) => `    ${line}\n`).join('')}`;
const db = '  db:\n    image: postgres:17\n';
const dockerfile = 'FROM alpine AS build\nFROM scratch AS run\n';

describe('completion in Compose files', () => {
  describe('proposes keys', () => {
    for (const [where, marked, some, not] of [
      ['at the top of a file', '|', ['services', 'networks', 'include'], ['image']],
      ['of a service', web('im|'), ['image', 'build', 'read_only'], ['services']],
      ['that are not there yet', web('image: a', '|', 'restart: always'), ['build'], ['image', 'restart']],
      ['below a key', web('deploy:', '  resources:', '    |'), ['limits', 'reservations'], ['image']],
      [
        'of an item',
        web('ports:', '  - target: 80', '    p|'),
        ['published', 'protocol'],
        ['target', 'image'],
      ],
      ['of an item at its dash', web('volumes:', '  - |'), ['type', 'source'], ['services']],
      [
        'of an item in a list that is not indented',
        web('volumes:', '- type: bind', '  s|'),
        ['source'],
        ['type'],
      ],
      ['between braces', web('healthcheck: {test: x, |}'), ['interval'], ['test', 'image']],
      [
        'between braces of several lines',
        web('healthcheck: {', '  test: x,', '  |', '}'),
        ['interval'],
        ['test'],
      ],
      ['of a network', 'networks:\n  back:\n    |', ['driver', 'internal'], ['image']],
      ['where a word is followed by another service', `${web('bu|')}${db}`, ['build'], []],
      ['in a fragment that services merge', `x-base: &base\n  re|\n${web('<<: *base')}`, ['restart'], []],
      [
        'in a fragment that stands for a value',
        `x-log: &log\n  |\n${web('logging: *log')}`,
        ['driver'],
        ['image'],
      ],
      ['behind a byte order mark', '\uFEFF|', ['services'], []],
      ['with CRLF', 'services:\r\n  web:\r\n    |\r\n', ['image'], ['services']],
      ['in the second document', `${web('image: a')}---\n|`, ['services'], ['image']],
    ] as const)
      it(where, async () => {
        const found = await labels(marked);
        for (const label of some) assert.ok(found.includes(label), `${label} in ${found.join(' ')}`);
        for (const label of not) assert.ok(!found.includes(label), `${label} in ${found.join(' ')}`);
      });
  });

  describe('proposes nothing', () => {
    for (const [where, marked] of [
      ['in a comment', web('image: a # rest|')],
      ['in a text block', web('command: >', '  re|')],
      ['deep in a text block', web('command: >', '  a:', '    re|')],
      ['in the indentation of a key', 'services:\n  web:\n  |  image: a\n'],
      ['directly behind a colon', web('restart:|')],
      ['below a key of the author', web('environment:', '  |')],
      ['in a fragment that nothing uses', 'x-base: &base\n  re|\n'],
      ['for a second word', web('im age|')],
      ['after closed brackets', web('networks: [a] |')],
    ] as const)
      it(where, async () => assert.deepEqual(await labels(marked), []));
  });

  describe('proposes values', () => {
    for (const [what, marked, expected] of [
      ['that the specification lists', web('cgroup: |'), ['host', 'private']],
      ['that its descriptions name', web('restart: |'), ['unless-stopped', 'always', 'on-failure', 'no']],
      ['that are true or false', web('read_only: |'), ['true', 'false']],
      ['in quotes', web('restart: "|"'), ['unless-stopped', 'always', 'on-failure', 'no']],
      ['between braces', `${web('depends_on: {db: {required: |}}')}${db}`, ['true', 'false']],
      ['but not those that stand there', web('healthcheck:', '  test: ["CMD", |]'), ['CMD-SHELL', 'NONE']],
      ['none where any number will do', web('cpus: |'), []],
    ] as const)
      it(what, async () => assert.deepEqual(await labels(marked), expected));
  });

  describe('proposes names', () => {
    const declared =
      'networks: {back: }\nvolumes: {data: }\nsecrets: {key: {file: ./key}}\nconfigs: {conf: {file: ./conf}}\n';
    for (const [what, marked, expected] of [
      ['of services to depend on', `${web('depends_on: [|]')}${db}`, ['db']],
      [
        'that are not in the list',
        `${web('depends_on:', '  - db', '  - |')}${db}  cache:\n    image: redis\n`,
        ['cache'],
      ],
      ['of a service to extend', `${web('extends: |')}${db}`, ['db']],
      [
        'of a service whose network is shared',
        `${web('network_mode: service|')}${db}`,
        ['service:db', 'none', 'host', 'bridge'],
      ],
      ['of networks', `${web('networks: [|]')}${declared}`, ['back', 'default']],
      ['of volumes', `${web('volumes: ["|"]')}${declared}`, ['data:']],
      ['of secrets', `${web('secrets: [|]')}${declared}`, ['key']],
      ['of configs in the long form', `${web('configs:', '  - source: |')}${declared}`, ['conf']],
      ['of profiles', `${web('profiles: [|]')}  db: {image: a, profiles: [debug]}\n`, ['debug']],
      ['of other profiles', `${web('profiles: [de|]')}  db: {image: a, profiles: [debug]}\n`, ['debug']],
      ['of what is to be declared', `${web('networks: [front, back]')}networks:\n  back:\n  |`, ['front']],
      ['of anchors', `x-a: &base {restart: always}\n${web('<<: *|')}`, ['*base']],
    ] as const)
      it(what, async () => assert.deepEqual(await labels(marked), expected));

    it('that other files of the project declare', async () => {
      const others = { 'compose.override.yaml': `services:\n${db}` };
      assert.deepEqual(await labels(web('image: a', 'depends_on: [|]'), others), ['db']);
    });

    it('of the stages of the Dockerfile', async () => {
      const marked = web('build:', '  context: .', '  target: |');
      assert.deepEqual(await labels(marked, { Dockerfile: dockerfile }), ['build', 'run']);
    });
  });

  describe('writes', () => {
    for (const [what, marked, label, expected] of [
      ['the colon of a key', web('im|'), 'image', web('image: ')],
      ['a map below its key', web('depl|'), 'deploy', web('deploy:', '  ').trimEnd() + '\n      \n'],
      ['no second colon', web('im|ag: a'), 'image', web('image: a')],
      ['the first item of a list', web('|'), 'ports', `${web('ports:')}      - \n`],
      [
        'what a dependency waits for',
        `${web('depends_on:', '  |')}${db}`,
        'db',
        `${web('depends_on:', '  db:')}        condition: \n${db}`,
      ],
      [
        'an item where a list may begin',
        `${web('depends_on:', '  |')}${db}`,
        '- db',
        `${web('depends_on:', '  - db')}${db}`,
      ],
      ['quotes where YAML would read no text', web('restart: |'), 'no', web('restart: "no"')],
      ['no second quotes', web("restart: '|'"), 'no', web("restart: 'no'")],
      ['over the whole word', web('restart: al|ways'), 'on-failure', web('restart: on-failure')],
      [
        'a merge',
        `x-a: &base {restart: always}\n${web('image: a', '|')}`,
        '<<: *base',
        `x-a: &base {restart: always}\n${web('image: a', '<<: *base')}`,
      ],
    ] as const)
      it(what, async () => assert.equal(await taken(marked, label), expected));

    it('with the indentation, the line ends and the quotes of the file', async () => {
      const head = "services:\r\n   db:\r\n      image: 'a'\r\n      command: 'b'\r\n   web:\r\n      ";
      assert.equal(await taken(`${head}depl|\r\n`, 'deploy'), `${head}deploy:\r\n         \r\n`);
      assert.equal(await taken(`${head}restart: |\r\n`, 'no'), `${head}restart: 'no'\r\n`);
    });

    it('YAML, whatever key of a service is taken', async () => {
      const marked = `${web('image: a', '|')}${db}`;
      for (const { label, kind } of await proposals(marked)) {
        const after = await taken(marked, label);
        assert.deepEqual([kind, parseYaml(after).faults], [kind, []], after);
      }
    });
  });

  it('says what the specification says, and warns of what is deprecated', async () => {
    const found = await proposals('|');
    const version = found.find(({ label }) => label === 'version');
    assert.equal(version?.deprecated, true);
    assert.match(
      found.find(({ label }) => label === 'services')?.documentation ?? '',
      /services that will be used/,
    );
  });

  it('tells where something can be proposed behind a key', async () => {
    const goesOn = new Map((await proposals(web('|'))).map((each) => [each.label, each.goesOn]));
    assert.deepEqual([goesOn.get('restart'), goesOn.get('deploy'), goesOn.get('image')], [true, true, false]);
  });

  it('has an answer at each place of half-written text', async () => {
    const text =
      `x-a: &a {b: [c, {d: "e` +
      `\n${web('image: "a', 'ports: [', '  - "80', '- : {', '&x *y', '? z')}\t- ${db}`;
    for (let offset = 0; offset <= text.length; offset += 3) {
      const found = await proposals(`${text.slice(0, offset)}|${text.slice(offset).replaceAll('|', '')}`);
      for (const { span } of found) assert.ok(span.start <= offset && offset <= span.end);
    }
  });
});
