import assert from 'node:assert/strict';
import { createService } from '../../server/src/service/create';
import { type TextDocument } from '../../server/src/service/service';
import { defaultSettings } from '../../server/src/service/settings';
import { memoryHost } from '../support/memory-host';

const compose = 'services:\n  web: { build: { context: ./web, target: run } }\n';
const other = 'services:\n  api: { image: "redis:8" }\n';

function documentOf(path: string, text: string, version = 1): TextDocument {
  return { uri: `file:///w/${path}`, language: 'compose', version, text };
}

describe('a Compose file and what it builds from', () => {
  function setUp() {
    const files: Record<string, string> = {
      'file:///w/compose.yaml': compose,
      'file:///w/web/Dockerfile': 'FROM debian:13 AS rum\nUSER 1\n',
      'file:///w/else/compose.yaml': other,
      'file:///w/else/Dockerfile': 'FROM debian:13\n',
    };
    const host = memoryHost(files);
    const service = createService(host);
    const rules = async (path: string, text: string, version?: number): Promise<readonly string[]> =>
      (await service.findings(documentOf(path, text, version), defaultSettings)).map(({ rule }) => rule);
    return { files, host, service, rules };
  }

  it('is looked at again when the Dockerfile has changed, and only it', async () => {
    const { files, host, service, rules } = setUp();
    assert.ok((await rules('compose.yaml', compose)).includes('build-target-unknown'));
    await rules('else/compose.yaml', other);
    files['file:///w/web/Dockerfile'] = 'FROM debian:13 AS run\nUSER 1\n';
    assert.deepEqual(service.forgetSurroundings('file:///w/web/Dockerfile'), ['file:///w/compose.yaml']);
    assert.equal((await rules('compose.yaml', compose)).includes('build-target-unknown'), false);
    const before = host.asked.length;
    await rules('else/compose.yaml', other);
    assert.equal(host.asked.length, before);
    assert.deepEqual(service.forgetSurroundings('file:///w/else/Dockerfile'), []);
  });

  it('is looked at again when a Dockerfile comes that was missing', async () => {
    const { files, service, rules } = setUp();
    const text = compose.replace('target: run', 'dockerfile: new.Dockerfile');
    files['file:///w/compose.yaml'] = text;
    assert.ok((await rules('compose.yaml', text)).includes('build-dockerfile-missing'));
    files['file:///w/web/new.Dockerfile'] = 'FROM debian:13\nUSER 1\n';
    assert.deepEqual(service.forgetSurroundings('file:///w/web/new.Dockerfile'), ['file:///w/compose.yaml']);
    assert.equal((await rules('compose.yaml', text)).includes('build-dockerfile-missing'), false);
  });

  it('is judged for each project in which it takes part, the Dockerfile of each', async () => {
    const { files, rules } = setUp();
    files['file:///w/compose.override.yaml'] =
      'services:\n  web: { build: { dockerfile: over.Dockerfile } }\n';
    files['file:///w/web/over.Dockerfile'] = 'FROM debian:13 AS run\nUSER 1\n';
    assert.equal((await rules('compose.yaml', compose)).includes('build-target-unknown'), false);
  });

  it('does not ask for the Dockerfile that stands in it', async () => {
    const { files, host, rules } = setUp();
    const text =
      'services:\n  web:\n    build: { context: ./web, target: x, dockerfile_inline: "FROM debian:13 AS run" }\n';
    files['file:///w/compose.yaml'] = text;
    assert.ok((await rules('compose.yaml', text)).includes('build-target-unknown'));
    assert.equal(host.asked.includes('file:///w/web/Dockerfile'), false);
  });
});

describe('Places in the other file to which a finding is due', () => {
  const uri = (path: string): string => `file:///w/${path}`;

  /** The related places of what a rule finds in a file: the file's path, the text there, and what is said of it. */
  async function places(
    rule: string,
    path: 'Dockerfile' | 'compose.yaml',
    files: Readonly<Record<'Dockerfile' | 'compose.yaml', string>>,
  ): Promise<readonly (readonly [string, string, string])[]> {
    const host = memoryHost(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [uri(name), text])),
    );
    const language = path === 'Dockerfile' ? 'dockerfile' : 'compose';
    const text = files[path];
    const findings = await createService(host).findings(
      { uri: uri(path), language, version: 1, text },
      defaultSettings,
    );
    return findings
      .filter((finding) => finding.rule === rule)
      .flatMap(({ related }) =>
        related.map(
          ({ at, text: said, file }) =>
            [file?.uri ?? '', (file?.source.text ?? text).slice(at.start, at.end), said] as const,
        ),
      );
  }

  const service = (...lines: readonly string[]): string =>
    ['services:', '  web:', ...lines.map((line) => `    ${line}`), ''].join('\n');

  it('are the services that run a stage, where nobody else would', async () => {
    const files = {
      Dockerfile: 'FROM debian:13 AS test\nUSER root\nFROM debian:13\nUSER 1\n',
      'compose.yaml': service('build: {context: ., target: test}'),
    };
    assert.deepEqual(await places('user-root', 'Dockerfile', files), [
      [uri('compose.yaml'), 'test', 'The service web runs the stage test.'],
    ]);
  });

  it('are none where the finding is there without the service', async () => {
    const files = {
      Dockerfile: 'FROM debian:latest AS test\nUSER root\nFROM test\n',
      'compose.yaml': service('build: {context: ., target: test}'),
    };
    assert.deepEqual(await places('user-root', 'Dockerfile', files), []);
    const other = { ...files, Dockerfile: 'FROM debian:latest AS test\nUSER 1\nFROM debian:13\nUSER 1\n' };
    assert.deepEqual(await places('image-tag-latest', 'Dockerfile', other), []);
  });

  for (const [rule, dockerfile, compose, at, said] of [
    ['user-root', 'FROM debian:13\nUSER 0\n', ['build: .'], '0', 'The image runs as this user.'],
    ['user-root', 'FROM debian:13\n', ['build: .'], 'debian:13', 'The user of this image counts.'],
    [
      'port-not-exposed',
      'FROM debian:13\nUSER 1\nEXPOSE 8000\n',
      ['build: .', 'ports: ["127.0.0.1:80:9000"]'],
      'EXPOSE',
      'These ports are exposed.',
    ],
    [
      'command-without-shell',
      'FROM dhi.io/python:3.13-debian13\n',
      ['build: .', 'entrypoint: [sh, -c, x]'],
      'dhi.io/python:3.13-debian13',
      'This image has no shell.',
    ],
    [
      'healthcheck-without-shell',
      'FROM dhi.io/python:3.13-debian13\n',
      ['build: .', 'healthcheck: {test: "exit 0"}'],
      'dhi.io/python:3.13-debian13',
      'This image has no shell.',
    ],
    [
      'secret-not-declared-in-build',
      'FROM debian:13\nRUN --mount=type=secret,id=key true\nUSER 1\n',
      ['build: .'],
      '--mount=type=secret,id=key',
      'The secret is mounted here.',
    ],
    [
      'volume-not-writable',
      'FROM debian:13\nUSER 1000\n',
      ['build: .', 'volumes: ["data:/data"]'],
      '1000',
      'The image runs as this user.',
    ],
    [
      'user-conflicts-image',
      'FROM debian:13\nCOPY --chown=1000 a /app\nUSER 1000\n',
      ['build: .', 'user: "2000"'],
      '1000',
      'The image runs as this user.',
    ],
  ] as const)
    it(`are in the Dockerfile for ${rule}: ${at}`, async () => {
      const text = `${service(...compose)}volumes: {data: }\n`;
      const found = await places(rule, 'compose.yaml', { Dockerfile: dockerfile, 'compose.yaml': text });
      assert.deepEqual(found, [[uri('Dockerfile'), at, said]]);
    });
});
