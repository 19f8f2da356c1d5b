import assert from 'node:assert/strict';
import { type Service } from '../../../server/src/compose/model';
import { parseCompose } from '../../../server/src/compose/parse';
import { type Known } from '../../../server/src/text/known';

function web(lines: string, variables?: Record<string, string>): Service {
  const text = `services:\n  web:\n${lines.replaceAll(/^/gm, '    ')}\n`;
  const options = variables === undefined ? {} : { variables: new Map(Object.entries(variables)) };
  const found = parseCompose(text, options).service('web');
  assert.ok(found);
  return found;
}

/** A fact as a short text: `-` absent, `?` unknown. */
function shown(fact: Known<unknown>): string {
  if (fact.state === 'absent') return '-';
  if (fact.state === 'unknown') return '?';
  const value = fact.value;
  if (typeof value === 'object' && value !== null && 'first' in value && 'last' in value)
    return value.first === value.last ? String(value.first) : `${String(value.first)}-${String(value.last)}`;
  return String(value);
}

describe('Compose ports', () => {
  const ports: readonly [string, string][] = [
    ['"8080:80"', '- 8080 80 tcp'],
    ['8080:80', '- 8080 80 tcp'],
    ['22:22', '- 22 22 tcp'],
    ['"3000"', '- - 3000 tcp'],
    ['3000', '- - 3000 tcp'],
    ['"3000-3005"', '- - 3000-3005 tcp'],
    ['"9090-9091:8080-8081"', '- 9090-9091 8080-8081 tcp'],
    ['"127.0.0.1:8001:8001"', '127.0.0.1 8001 8001 tcp'],
    ['"127.0.0.1::5000"', '127.0.0.1 - 5000 tcp'],
    ['"6060:6060/udp"', '- 6060 6060 udp'],
    ['"[::1]:80:80"', '::1 80 80 tcp'],
    ['"::1:80:80"', '::1 80 80 tcp'],
    ['"${PORT:-80}:80"', '- 80 80 tcp'],
    ['"${PORT}:80"', '- ? 80 tcp'],
    ['"${WEB}:80"', '? ? 80 tcp'],
    ['"${IP}:80:80"', '? 80 80 tcp'],
    ['"${IP:-127.0.0.1}:80:80"', '127.0.0.1 80 80 tcp'],
    ['"$P"', '? ? ? tcp'],
    ['{target: 80, published: "8080", host_ip: 127.0.0.1, protocol: udp}', '127.0.0.1 8080 80 udp'],
    ['{target: 80, published: 8080}', '- 8080 80 tcp'],
    ['{target: 80}', '- - 80 tcp'],
    ['{target: 80, host_ip: "${IP}"}', '? - 80 tcp'],
    ['"x:y"', '- ? ? tcp'],
  ];
  for (const [written, expected] of ports)
    it(`reads ${written}`, () => {
      const [port] = web(`ports:\n  - ${written}`).ports;
      assert.ok(port);
      assert.equal([port.hostIp, port.published, port.target, port.protocol].map(shown).join(' '), expected);
    });

  it('takes what is known from .env', () => {
    const [port] = web('ports: ["$P"]', { P: '127.0.0.1:1:2' }).ports;
    assert.equal(port && shown(port.hostIp), '127.0.0.1');
  });

  it('leaves out what is no port', () => assert.equal(web('ports: [[1], null]').ports.length, 0));
});

describe('Compose volumes', () => {
  const volumes: readonly [string, string][] = [
    ['/data', 'volume - /data false'],
    ['data:/data', 'volume data /data false'],
    ['./a:/b:ro', 'bind ./a /b true'],
    ['~/a:/b:ro,z', 'bind ~/a /b true'],
    ['/a:/b:rw', 'bind /a /b false'],
    ['C:\\a:/b', 'bind C:\\a /b false'],
    ['${SOCK:-/var/run/docker.sock}:/s:ro', 'bind /var/run/docker.sock /s true'],
    ['${SOCK}:/s', '? ? /s false'],
    ['${PWD}/x:/s', '? ? /s false'],
    ['./${X}:/s', 'bind ? /s false'],
    ['"/a:/b:${MODE}"', 'bind /a /b ?'],
    ['{type: bind, source: /a, target: /b, read_only: true}', 'bind /a /b true'],
    ['{type: bind, src: /a, dst: /b}', 'bind /a /b false'],
    ['{type: tmpfs, target: /t}', 'tmpfs - /t false'],
    ['{type: volume, source: "${V}", target: /t, read_only: "${R}"}', 'volume ? /t ?'],
  ];
  for (const [written, expected] of volumes)
    it(`reads ${written}`, () => {
      const [volume] = web(`volumes:\n  - ${written}`).volumes;
      assert.ok(volume);
      assert.equal(
        [volume.type, volume.source, volume.target, volume.readOnly].map(shown).join(' '),
        expected,
      );
    });

  it('know where the source stands', () => {
    const text = 'services:\n  web:\n    volumes:\n      - "${S:-/a}:/b"\n';
    const span = parseCompose(text).service('web')?.volumes[0]?.sourceSpan;
    assert.equal(span && text.slice(span.start, span.end), '${S:-/a}');
  });
});

describe('Compose environment', () => {
  it('is one from map and list', () => {
    for (const written of [
      'environment: {A: x, B: "${V}", C: , D: "${V:-d}"}',
      'environment: [A=x, "B=${V}", C, "D=${V:-d}"]',
    ])
      assert.deepEqual(
        web(written).environment.map(({ name, value }) => `${name} ${shown(value)}`),
        ['A x', 'B ?', 'C -', 'D d'],
      );
  });

  it('knows where names and values stand', () => {
    const text = 'services:\n  web:\n    environment:\n      - "PASS=hunter2"\n      - \'N=a=b\'\n';
    const spans = parseCompose(text)
      .service('web')
      ?.environment.map(({ nameSpan, valueSpan }) => [
        text.slice(nameSpan.start, nameSpan.end),
        text.slice(valueSpan.start, valueSpan.end),
      ]);
    assert.deepEqual(spans, [
      ['PASS', 'hunter2'],
      ['N', 'a=b'],
    ]);
  });

  it('keeps numbers and booleans as written', () => {
    assert.deepEqual(
      web('environment: {A: 0644, B: 1e3, C: true, D: 0x1F}').environment.map(({ text }) => text),
      ['0644', '1e3', 'true', '0x1F'],
    );
  });
});

describe('Compose build, commands and the rest', () => {
  it('reads a short and a long build', () => {
    assert.equal(web('build: ./app').build?.context?.text, './app');
    const build = web(
      'build:\n  context: .\n  dockerfile: D\n  target: prod\n  args: {V: 1}\n  additional_contexts: [base=../base]\n  secrets: [npm]\n  network: host',
    ).build;
    assert.deepEqual(
      [build?.context?.text, build?.dockerfile?.text, build?.target?.text, build?.args[0]?.name],
      ['.', 'D', 'prod', 'V'],
    );
    assert.equal(build?.additionalContexts[0]?.text, '../base');
    assert.equal(build.secrets[0] && shown(build.secrets[0].name), 'npm');
    assert.equal(build.entry('network')?.key, 'network');
    assert.equal(web('build: {dockerfile_inline: FROM x}').build?.dockerfileInline?.text, 'FROM x');
  });

  it('tells shell and exec form apart', () => {
    assert.equal(web('command: a b').command?.form, 'shell');
    const exec = web('entrypoint: [a, "b c"]').entrypoint;
    assert.equal(exec?.form, 'exec');
    assert.deepEqual(
      exec.words.map((word) => word.text),
      ['a', 'b c'],
    );
    assert.equal(web('command:').command, undefined);
  });

  it('reads healthchecks', () => {
    assert.equal(web('healthcheck: {test: [CMD, x]}').healthcheck?.disabled, false);
    assert.equal(web('healthcheck: {test: [NONE]}').healthcheck?.disabled, true);
    assert.equal(web('healthcheck: {disable: true}').healthcheck?.disabled, true);
    assert.equal(web('image: x').healthcheck, undefined);
  });

  it('reads references in both forms', () => {
    const names = (service: Service, key: 'secrets' | 'networks' | 'dependsOn'): string[] =>
      service[key].map(({ name }) => shown(name));
    assert.deepEqual(names(web('secrets: [a, {source: b, target: /c}]'), 'secrets'), ['a', 'b']);
    assert.deepEqual(names(web('networks: {front: , back: {aliases: [x]}}'), 'networks'), ['front', 'back']);
    const depends = web('depends_on:\n  db: {condition: service_healthy}');
    assert.deepEqual(names(depends, 'dependsOn'), ['db']);
    assert.equal(depends.dependsOn[0]?.options?.get('condition')?.key, 'condition');
  });

  it('reads watch rules', () => {
    const [rule] = web(
      'develop:\n  watch:\n    - action: sync\n      path: .\n      target: /app\n      ignore: [.venv/]',
    ).watch;
    assert.equal(rule && shown(rule.action), 'sync');
    assert.equal(rule?.path?.text, '.');
    assert.deepEqual(
      rule.ignore.map((path) => path.text),
      ['.venv/'],
    );
  });

  it('reads env files, lists, labels, limits and logging', () => {
    assert.deepEqual(
      web('env_file: [a.env, {path: b.env, required: false}]').envFiles.map((path) => path.text),
      ['a.env', 'b.env'],
    );
    assert.equal(web('env_file: .env').envFiles[0]?.text, '.env');
    assert.equal(web('tmpfs: /tmp').tmpfs[0]?.text, '/tmp');
    assert.equal(web('labels: [a=b]').labels[0]?.text, 'b');
    assert.equal(web('deploy: {resources: {limits: {memory: 1g}}}').resources?.get('limits')?.key, 'limits');
    assert.equal(web('logging: {driver: none}').logging?.get('driver')?.key, 'driver');
  });

  for (const [written, expected] of [
    ['true', true],
    ['"true"', true],
    ['yes', true],
    ['On', true],
    ['false', false],
    ['no', false],
    ['1', undefined],
    ['${P}', undefined],
    ['${P:-true}', true],
    ['', undefined],
  ] as const)
    it(`reads privileged: ${written} as ${String(expected)}`, () =>
      assert.equal(web(`privileged: ${written}`).privileged?.boolean, expected));
});
