import assert from 'node:assert/strict';
import { fetchContext } from '../../../server/src/workspace/fetch-context';
import { noHost } from '../../../server/src/workspace/host';
import { memoryHost } from '../../support/memory-host';

const dockerfile = 'file:///w/api/Dockerfile';

describe('context of a Dockerfile', () => {
  it('is its own folder where no Compose file says otherwise', async () => {
    const host = memoryHost({
      [dockerfile]: '',
      'file:///w/api/uv.lock': '',
      'file:///w/api/src/main.rs': '',
    });
    const context = await fetchContext(host, dockerfile, 'dockerfile');
    assert.equal(context.has('uv.lock'), true);
    assert.equal(context.has('src'), true);
    assert.equal(context.has('Cargo.lock'), false);
    assert.equal(context.hasIn('.', 'uv.lock'), true);
    assert.equal(context.hasIn('./elsewhere', 'uv.lock'), undefined);
    assert.deepEqual(context.targets, []);
  });

  it('is unknown where nothing can be read', async () => {
    const context = await fetchContext(noHost, dockerfile, 'dockerfile');
    assert.equal(context.has('uv.lock'), undefined);
    assert.equal((await fetchContext(noHost, 'untitled:Untitled-1', 'dockerfile')).has('uv.lock'), undefined);
  });

  it('does not deny what stands in a folder above, which may be the context', async () => {
    const host = memoryHost({ [dockerfile]: '', 'file:///w/uv.lock': '' });
    const context = await fetchContext(host, dockerfile, 'dockerfile');
    assert.equal(context.has('uv.lock'), undefined);
    assert.equal(context.has('Cargo.lock'), false);
  });

  const composeFiles: Record<string, string> = {
    'long form':
      'services:\n  a:\n    build:\n      context: .\n      dockerfile: api/Dockerfile\n      target: run\n',
    'through an anchor':
      'x-b: &b\n  context: .\n  dockerfile: ./api/Dockerfile\n  target: run\nservices:\n  a:\n    build: *b\n',
    'with a default':
      'services:\n  a:\n    build:\n      context: ${C:-.}\n      dockerfile: api/Dockerfile\n      target: run\n',
  };
  for (const [name, text] of Object.entries(composeFiles))
    it(`is what a Compose file above says (${name})`, async () => {
      const files = { [dockerfile]: '', 'file:///w/uv.lock': '', 'file:///w/compose.yaml': text };
      const context = await fetchContext(memoryHost(files), dockerfile, 'dockerfile');
      assert.equal(context.has('uv.lock'), true);
      assert.equal(context.has('Dockerfile'), false);
      assert.equal(context.hasIn('.', 'Dockerfile'), true);
      assert.deepEqual(context.targets, ['run']);
    });

  it('collects targets and named contexts of all services that build it, and of no other', async () => {
    const compose = [
      'services:',
      '  one: { build: { context: api, target: run, additional_contexts: { shared: ../shared } } }',
      '  two: { build: { context: ./api, target: test, additional_contexts: [data=./data] } }',
      '  other: { build: { context: api, dockerfile: Dockerfile.dev, target: dev } }',
      '  inline: { build: { context: api, dockerfile_inline: FROM scratch, target: inline } }',
      '  remote: { build: { context: "https://example.com/api.git", target: far } }',
      '',
    ].join('\n');
    const host = memoryHost({ [dockerfile]: '', 'file:///w/compose.yaml': compose });
    const context = await fetchContext(host, dockerfile, 'dockerfile');
    assert.deepEqual(context.targets, ['run', 'test']);
    assert.deepEqual(context.namedContexts, ['shared', 'data']);
  });

  it('says nothing of a name on which two build contexts differ', async () => {
    const compose =
      'services:\n  a:\n    build: api\n  b:\n    build: { context: ., dockerfile: api/Dockerfile }\n';
    const files = { [dockerfile]: '', 'file:///w/uv.lock': '', 'file:///w/compose.yaml': compose };
    const context = await fetchContext(memoryHost(files), dockerfile, 'dockerfile');
    assert.equal(context.has('uv.lock'), undefined);
    assert.equal(context.has('Cargo.lock'), false);
  });

  it('looks no more than two folders up, and not outside the workspace', async () => {
    const compose = 'services:\n  a:\n    build: { context: ./a/b/c, target: run }\n';
    const uri = 'file:///w/a/b/c/Dockerfile';
    const far = memoryHost({ [uri]: '', 'file:///w/compose.yaml': compose });
    assert.deepEqual((await fetchContext(far, uri, 'dockerfile')).targets, []);
    const outside = memoryHost(
      { [uri]: '', 'file:///w/a/compose.yaml': compose.replace('./a/', './') },
      'file:///w/a/b',
    );
    assert.deepEqual((await fetchContext(outside, uri, 'dockerfile')).targets, []);
    const near = memoryHost({ [uri]: '', 'file:///w/a/compose.yaml': compose.replace('./a/', './') });
    assert.deepEqual((await fetchContext(near, uri, 'dockerfile')).targets, ['run']);
  });

  it('survives a Compose file that is no YAML, and finds itself however its URI is escaped', async () => {
    const broken = memoryHost({ [dockerfile]: '', 'file:///w/compose.yaml': 'build: [\n\t{' });
    assert.deepEqual((await fetchContext(broken, dockerfile, 'dockerfile')).targets, []);
    const compose = 'services:\n  a:\n    build: { context: "a+b", target: run }\n';
    const host = memoryHost({ 'file:///w/a%2Bb/Dockerfile': '', 'file:///w/compose.yaml': compose });
    assert.deepEqual((await fetchContext(host, 'file:///w/a+b/Dockerfile', 'dockerfile')).targets, ['run']);
  });
});

describe('context of a Compose file', () => {
  it('knows its folder, the folders that it builds from, mounts and watches', async () => {
    const compose = [
      'services:',
      '  web:',
      '    build: ./web',
      '    volumes: ["./data:/data", "named:/x"]',
      '    develop: { watch: [{ action: sync, path: ./app, target: /app }] }',
      '',
    ].join('\n');
    const uri = 'file:///w/compose.yaml';
    const context = await fetchContext(
      memoryHost({
        [uri]: compose,
        'file:///w/uv.lock': '',
        'file:///w/web/pyproject.toml': '',
        'file:///w/data/x': '',
        'file:///w/app/uv.lock': '',
        'file:///w/other/uv.lock': '',
      }),
      uri,
      'compose',
    );
    assert.equal(context.has('uv.lock'), true);
    assert.equal(context.hasIn('web/', 'pyproject.toml'), true);
    assert.equal(context.hasIn('./web', 'uv.lock'), false);
    assert.equal(context.hasIn('./data', 'x'), true);
    assert.equal(context.hasIn('app', 'uv.lock'), true);
    assert.equal(context.hasIn('other', 'uv.lock'), undefined);
    assert.equal(context.hasIn('named', 'uv.lock'), undefined);
  });
});
