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
