import assert from 'node:assert/strict';
import { type Service } from '../../../server/src/compose/model';
import { parseCompose } from '../../../server/src/compose/parse';

function service(text: string, name = 'web'): Service {
  const found = parseCompose(text).service(name);
  assert.ok(found, `no service ${name}`);
  return found;
}

/** One service whose keys are the lines given. */
function web(...lines: string[]): Service {
  return service(`services:\n  web:\n${lines.map((line) => `    ${line}\n`).join('')}`);
}

describe('Compose services', () => {
  it('lead back to their text', () => {
    const text = 'services:\n  web:\n    image: "nginx:1"  # ours\n    user: root\n';
    const web = service(text);
    const of = (span: { start: number; end: number } | undefined): string =>
      span === undefined ? '' : text.slice(span.start, span.end);
    assert.equal(of(web.nameSpan), 'web');
    assert.equal(of(web.image?.span), '"nginx:1"');
    assert.equal(of(web.entry('image')?.span), 'image: "nginx:1"');
    assert.equal(of(web.entry('user')?.keySpan), 'user');
    assert.equal(of(web.map?.span), 'image: "nginx:1"  # ours\n    user: root');
  });

  it('are read in CRLF with a BOM', () => {
    const text = '\uFEFFservices:\r\n  web:\r\n    image: x\r\n    cap_add:\r\n      - A\r\n';
    const web = service(text);
    const [cap] = web.capAdd;
    assert.ok(cap);
    assert.equal(text.slice(cap.span.start, cap.span.end), 'A');
  });

  it('may be written in several documents, the later over the earlier', () => {
    const text =
      'services:\n  web:\n    image: a\n    cap_add: [A]\n---\nservices:\n  web:\n    image: b\n    cap_add: [B]\n  db:\n    image: c\n';
    assert.deepEqual(
      parseCompose(text).services.map(({ name }) => name),
      ['web', 'db'],
    );
    assert.equal(service(text).image?.text, 'b');
    assert.deepEqual(
      service(text).capAdd.map((cap) => cap.text),
      ['A', 'B'],
    );
  });

  it('tell fragments of other files from whole services', () => {
    assert.equal(web('ports: [1]').isFragment, true);
    assert.equal(web('image: x').isFragment, false);
    assert.equal(web('build: .').isFragment, false);
    assert.equal(web('extends: {file: base.yml, service: web}').isFragment, false);
    assert.equal(service('services:\n  web:\n').isFragment, true);
  });

  it('leave x- keys and other sections alone', () => {
    const compose = parseCompose(
      'x-a: 1\nversion: "3"\nservices:\n  x-b: {image: x}\n  a: {image: y}\nvolumes:\n  data:\n',
    );
    assert.deepEqual(
      compose.services.map(({ name }) => name),
      ['a'],
    );
    assert.equal(compose.topLevel('version').length, 1);
    assert.deepEqual(
      compose.declared('volumes').map(({ key }) => key),
      ['data'],
    );
  });

  it('name included files', () => {
    const compose = parseCompose('include:\n  - a.yml\n  - path: b.yml\n  - path: [c.yml, d.yml]\n');
    assert.deepEqual(
      compose.includes.map((path) => path.text),
      ['a.yml', 'b.yml', 'c.yml', 'd.yml'],
    );
  });
});

describe('Compose anchors and merges', () => {
  const text = [
    'x-base: &base',
    '  privileged: true',
    '  user: root',
    'x-net: &net {network_mode: host, user: app}',
    'services:',
    '  web:',
    '    <<: [*base, *net]',
    '    image: a',
    '    privileged: false',
    '  db: *base',
    '  cache:',
    '    image: c',
    '    <<: *net',
    '    volumes: &v',
    '      - /a:/a',
    '  job:',
    '    image: d',
    '    volumes: *v',
  ].join('\n');

  it('win in the order of YAML: own keys, then earlier sources', () => {
    assert.equal(service(text).privileged?.boolean, false);
    assert.equal(service(text).user?.text, 'root');
    assert.equal(service(text).networkMode?.text, 'host');
    assert.equal(service(text, 'cache').user?.text, 'app');
  });

  it('say how a value came', () => {
    const kinds = [
      service(text).privileged,
      service(text).user,
      service(text, 'db').user,
      service(text, 'job').volumes[0]?.value,
      service(text, 'cache').volumes[0]?.value,
    ].map((value) => [value?.origin.kind, value?.origin.name]);
    assert.deepEqual(kinds, [
      ['own', undefined],
      ['merge', 'base'],
      ['alias', 'base'],
      ['alias', 'v'],
      ['own', undefined],
    ]);
    const reference = service(text).user?.origin.reference;
    assert.ok(reference);
    assert.equal(text.slice(reference.start, reference.end), '*base');
  });

  it('tell who uses a text', () => {
    const compose = parseCompose(text);
    const users = (value: { span: { start: number; end: number } } | undefined): string[] =>
      value === undefined ? [] : compose.usersOf(value).map(({ name }) => name);
    assert.deepEqual(users(compose.service('web')?.user), ['web', 'db']);
    assert.deepEqual(users(compose.service('db')?.privileged), ['db']);
    assert.deepEqual(users(compose.service('job')?.volumes[0]?.value), ['cache', 'job']);
  });

  it('are unknown where they cannot be read', () => {
    assert.equal(web('image: a', '<<: *nobody').inheritsUnknown, true);
    assert.equal(web('image: a', '<<: 1').inheritsUnknown, true);
    assert.equal(service('services:\n  web: *nobody\n').inheritsUnknown, true);
    assert.equal(web('image: a', 'user: *nobody').user?.resolved.state, 'unknown');
  });

  it('follow an anchor that is set anew', () => {
    const redefined =
      'x: &a {user: one}\nservices:\n  web: {<<: *a, image: x}\n  y: &a {user: two}\n  z: {<<: *a}\n';
    assert.equal(service(redefined).user?.text, 'one');
    assert.equal(service(redefined, 'z').user?.text, 'two');
  });
});

describe('Compose extends, !reset and !override', () => {
  const text = [
    'services:',
    '  base:',
    '    image: a',
    '    user: root',
    '    privileged: true',
    '    cap_add: [A]',
    '    environment: {X: "1", Y: "2"}',
    '    command: [base]',
    '    build: {context: ., target: dev}',
    '  web:',
    '    extends: {service: base}',
    '    cap_add: [B]',
    '    environment: ["Y=3"]',
    '    command: [web]',
    '    build: {target: prod}',
    '  bare:',
    '    extends: web',
    '    user: !reset null',
    '    cap_add: !override [C]',
  ].join('\n');

  it('append lists, merge maps, replace scalars and commands', () => {
    const web = service(text);
    assert.equal(web.image?.text, 'a');
    assert.equal(web.image.origin.kind, 'extends');
    assert.deepEqual(
      web.capAdd.map((cap) => cap.text),
      ['A', 'B'],
    );
    assert.deepEqual(
      web.environment.map(({ name, text }) => `${name}=${text}`),
      ['X=1', 'Y=3'],
    );
    assert.deepEqual(
      web.command?.words.map((word) => word.text),
      ['web'],
    );
    assert.equal(web.build?.context?.text, '.');
    assert.equal(web.build.target?.text, 'prod');
    assert.equal(web.inheritsUnknown, false);
  });

  it('take away and replace', () => {
    const bare = service(text, 'bare');
    assert.equal(bare.user, undefined);
    assert.equal(bare.privileged?.boolean, true);
    assert.deepEqual(
      bare.capAdd.map((cap) => cap.text),
      ['C'],
    );
  });

  it('are unknown beyond the file and in circles', () => {
    assert.equal(web('extends: {file: common.yml, service: web}').inheritsUnknown, true);
    assert.equal(web('extends: nobody').inheritsUnknown, true);
    assert.equal(web('extends: web').inheritsUnknown, true);
    assert.equal(web('extends: ${BASE}').inheritsUnknown, true);
    assert.equal(web('extends: {file: common.yml, service: web}').extends?.file?.text, 'common.yml');
  });

  it('drop a whole service', () => {
    assert.equal(parseCompose('services:\n  a: !reset null\n  b: {image: x}\n').services.length, 1);
  });
});
