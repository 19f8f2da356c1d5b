import assert from 'node:assert/strict';
import { type Service } from '../../../server/src/compose/model';
import { valueOf } from '../../../server/src/text/known';
import { placeIn, projectOf, serviceOf } from '../../support/project';

/** The service `web` of a main and an override file, whose lines are given. */
function merged(main: readonly string[], over: readonly string[]): Promise<Service> {
  const text = (lines: readonly string[]): string =>
    `services:\n  web:\n${lines.map((line) => `    ${line}\n`).join('')}`;
  return serviceOf({ 'compose.yaml': text(main), 'compose.override.yaml': text(over) });
}

/** What the service has, as one text. */
type Read = (service: Service) => unknown;

const known = ({ resolved }: { readonly resolved: { readonly state: string } }): unknown =>
  'value' in resolved ? resolved.value : resolved.state;

describe('merge of Compose files', () => {
  const cases: readonly (readonly [string, string[], string[], Read, unknown])[] = [
    ['a scalar replaces', ['image: a'], ['image: b'], ({ image }) => image?.text, 'b'],
    ['what is not set again stays', ['image: a', 'user: u'], ['tty: true'], ({ user }) => user?.text, 'u'],
    ['lists are appended', ['cap_add: [A]'], ['cap_add: [B]'], ({ capAdd }) => capAdd.map(known), ['A', 'B']],
    [
      'a list and a scalar are appended',
      ['tmpfs: /a'],
      ['tmpfs: [/b]'],
      ({ tmpfs }) => tmpfs.map(known),
      ['/a', '/b'],
    ],
    [
      'command, entrypoint and test of the health check are replaced',
      ['command: [a, b]', 'entrypoint: [x]', 'healthcheck: {test: [CMD, a], retries: 3}'],
      ['command: [c]', 'entrypoint: y', 'healthcheck: {test: [CMD, b]}'],
      ({ command, entrypoint, healthcheck }) =>
        [command, entrypoint, healthcheck?.test].map((each) => each?.words.map(known)),
      [['c'], ['y'], ['CMD', 'b']],
    ],
    [
      'a health check keeps what is not set again',
      ['healthcheck: {test: [CMD, a], retries: 3}'],
      ['healthcheck: {interval: 5s}'],
      ({ healthcheck }) => [
        healthcheck?.test?.words.map(known),
        healthcheck?.entry.value.kind === 'map' && healthcheck.entry.value.entries.map(({ key }) => key),
      ],
      [
        ['CMD', 'a'],
        ['interval', 'test', 'retries'],
      ],
    ],
    [
      'variables are merged by name, map and list alike',
      ['environment: {A: "1", B: "2"}', 'labels: [a=1, b=2]'],
      ['environment: [B=3, C=4]', 'labels: {b: "3"}'],
      ({ environment, labels }) =>
        [environment, labels].map((all) => all.map(({ name, text }) => `${name}=${text}`)),
      [
        ['A=1', 'B=3', 'C=4'],
        ['a=1', 'b=3'],
      ],
    ],
    [
      'volumes are one by their target',
      ['volumes: ["./a:/data", "./b:/other"]'],
      ['volumes: ["./c:/data/", "./d:/new"]'],
      ({ volumes }) => volumes.map(({ source }) => valueOf(source)),
      ['./c', './b', './d'],
    ],
    [
      'ports are one by address, both numbers and protocol',
      ['ports: ["80:80", "127.0.0.1:81:81"]'],
      ['ports: [{target: 80, published: "80"}, "81:81", "80:80/udp"]'],
      ({ ports }) => ports.map(({ form, protocol }) => `${form} ${valueOf(protocol) ?? '?'}`),
      ['long tcp', 'short tcp', 'short tcp', 'short udp'],
    ],
    [
      'secrets and configs are one by their target',
      ['secrets: [a, {source: b, target: x}]', 'configs: [{source: c, target: /c}]'],
      ['secrets: [{source: d, target: a}, x]', 'configs: [{source: e, target: /c}]'],
      ({ secrets, configs }) => [secrets, configs].map((all) => all.map(({ name }) => valueOf(name))),
      [['d', 'x'], ['e']],
    ],
    [
      'networks and dependencies are one by their name',
      ['networks: [a, b]', 'depends_on: [db]'],
      ['networks: {b: {aliases: [x]}}', 'depends_on: {db: {condition: service_healthy}}'],
      ({ networks, dependsOn }) =>
        [networks, dependsOn].map((all) =>
          all.map(
            ({ name, options }) => `${valueOf(name) ?? '?'} ${options === undefined ? 'short' : 'long'}`,
          ),
        ),
      [['a short', 'b long'], ['db long']],
    ],
    [
      'maps are merged at every depth',
      ['deploy: {resources: {limits: {memory: 1g}}}'],
      ['deploy: {resources: {limits: {cpus: "1"}}}'],
      ({ resources }) => {
        const limits = resources?.get('limits')?.value;
        return limits?.kind === 'map' && limits.entries.map(({ key }) => key);
      },
      ['cpus', 'memory'],
    ],
    [
      'a short build and a long one are merged',
      ['build: ./app'],
      ['build: {target: dev, args: {A: "1"}}'],
      ({ build }) => [build?.context?.text, build?.target?.text, build?.args.length],
      ['./app', 'dev', 1],
    ],
    [
      'a short build replaces the context only',
      ['build: {context: ./a, target: dev}'],
      ['build: ./b'],
      ({ build }) => [build?.context?.text, build?.target?.text],
      ['./b', 'dev'],
    ],
    [
      'logging of the same driver is merged',
      ['logging: {driver: local, options: {a: "1"}}'],
      ['logging: {options: {b: "2"}}'],
      ({ logging }) => [logging?.get('driver')?.key, sizeOf(logging?.get('options')?.value)],
      ['driver', 2],
    ],
    [
      'logging of another driver is replaced',
      ['logging: {driver: local, options: {a: "1"}}'],
      ['logging: {driver: none}'],
      ({ logging }) => logging?.entries.map(({ key }) => key),
      ['driver'],
    ],
    [
      '!reset takes away, also inside a map',
      ['user: root', 'ports: ["80:80"]', 'build: {context: ., target: dev}'],
      ['user: !reset null', 'ports: !reset []', 'build: {target: !reset null}'],
      ({ user, ports, build }) => [user, ports, build?.context?.text, build?.target],
      [undefined, [], '.', undefined],
    ],
    [
      '!override replaces what would be merged',
      ['ports: ["80:80"]', 'environment: {A: "1"}', 'deploy: {resources: {limits: {memory: 1g}}}'],
      ['ports: !override ["81:81"]', 'environment: !override {B: "2"}', 'deploy: {resources: !override {}}'],
      ({ ports, environment, resources }) => [
        ports.length,
        environment.map(({ name }) => name),
        resources?.entries,
      ],
      [1, ['B'], []],
    ],
  ];
  for (const [name, main, over, read, expected] of cases)
    it(name, async () => assert.deepEqual(read(await merged(main, over)), expected));

  it('replaces a whole service by !override, and takes it away by !reset', async () => {
    const main = 'services:\n  web: {image: a, user: root}\n  db: {image: d}\n';
    const over = 'services:\n  web: !override {image: b}\n  db: !reset null\n';
    const compose = await projectOf({ 'compose.yaml': main, 'compose.override.yaml': over });
    assert.deepEqual(
      compose.services.map(({ name, image, user }) => [name, image?.text, user]),
      [['web', 'b', undefined]],
    );
  });

  it('declares what any of the files declares', async () => {
    const compose = await projectOf({
      'compose.yaml': 'services: {}\nvolumes: {a: }\nnetworks: {x: }\n',
      'compose.override.yaml': 'volumes: {b: }\n',
    });
    assert.deepEqual(
      compose.declared('volumes').map(({ key }) => key),
      ['a', 'b'],
    );
    assert.equal(compose.declared('networks').length, 1);
    assert.deepEqual(compose.topLevel('volumes').length, 1);
  });

  it('leads every value back to its file', async () => {
    const compose = await projectOf({
      'compose.yaml': 'services:\n  web:\n    image: "nginx"\n    ports: ["80:80"]\n    user: root\n',
      'compose.override.yaml': '# more\nservices:\n  web:\n    ports: ["81:81"]\n    user: app\n',
    });
    const web = compose.service('web');
    assert.ok(web?.image && web.user);
    assert.deepEqual(
      [web.image, web.user, ...web.ports.map(({ value }) => value)].map((each) => placeIn(compose, each)),
      [
        'compose.yaml: "nginx"',
        'compose.override.yaml: app',
        'compose.yaml: "80:80"',
        'compose.override.yaml: "81:81"',
      ],
    );
    assert.deepEqual(
      [web.image, web.user].map(({ span }) => compose.isOwn(span)),
      [true, false],
    );
    assert.equal(compose.usersOf(web.user).length, 1);
  });
});

function sizeOf(value: unknown): number {
  return typeof value === 'object' && value !== null && 'entries' in value && Array.isArray(value.entries)
    ? value.entries.length
    : -1;
}
