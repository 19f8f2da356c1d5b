import assert from 'node:assert/strict';
import { CancellationTokenSource, DocumentDiagnosticRequest } from 'vscode-languageserver-protocol/node';
import { capable, TestClient, withClient } from '../support/protocol-client';

const uri = 'file:///project/Dockerfile';
const faulty = 'FROM ubuntu:latest\nUSER 65532:65532\n';

describe('diagnostics that the client pulls', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start();
  });
  afterEach(() => client.stop());

  it('say where, what, how bad and where to read on', async () => {
    await client.open(uri, faulty);
    const [latest, ...others] = await client.diagnostics(uri);
    assert.deepEqual(others, []);
    assert.deepEqual(latest?.range, { start: { line: 0, character: 12 }, end: { line: 0, character: 18 } });
    assert.equal(latest.code, 'image-tag-latest');
    assert.equal(latest.source, 'bulwark');
    assert.equal(latest.severity, 2);
    assert.match(latest.codeDescription?.href ?? '', /^https:.*image-tag-latest/);
    assert.ok(typeof latest.message === 'string');
    assert.match(latest.message, /ubuntu/);
  });

  it('are announced, and nothing is pushed', async () => {
    await client.open(uri, faulty);
    assert.deepEqual(client.answer.capabilities.diagnosticProvider, {
      identifier: 'bulwark',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    await client.change(uri, 2, faulty);
    await client.diagnostics(uri);
    assert.deepEqual(client.published.held, []);
  });

  it('follow incremental changes', async () => {
    await client.open(uri, faulty);
    const tag = { start: { line: 0, character: 12 }, end: { line: 0, character: 18 } };
    await client.change(uri, 2, '24.04', tag);
    assert.deepEqual(await client.rules(uri), []);
    await client.change(uri, 3, '\n\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    await client.change(uri, 4, 'latest', {
      start: { line: 2, character: 12 },
      end: { line: 2, character: 17 },
    });
    const [moved] = await client.diagnostics(uri);
    assert.equal(moved?.range.start.line, 2);
  });

  it('keep their id while they are the same, whatever the version', async () => {
    await client.open(uri, faulty);
    const first = await client.pull(uri);
    assert.ok(first.kind === 'full' && first.resultId !== undefined);
    await client.change(uri, 2, `${faulty}# a comment at the end\n`);
    assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.change(uri, 3, `\n${faulty}`);
    const moved = await client.pull(uri, first.resultId);
    assert.equal(moved.kind, 'full');
    assert.notEqual(moved.resultId, first.resultId);
  });

  it('are those of the text when a document is opened again under the same version', async () => {
    await client.open(uri, faulty);
    const { resultId } = await client.pull(uri);
    await client.shut(uri);
    await client.open(uri, 'FROM ubuntu:24.04\nUSER 65532:65532\n');
    const report = await client.pull(uri, resultId);
    assert.deepEqual(report.kind === 'full' && report.items, []);
  });

  it('know Compose files by language, by name and by shape', async () => {
    const text = 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n';
    await client.open('file:///project/a.yaml', text, 'dockercompose');
    await client.open('file:///project/compose.yml', text, 'yaml');
    await client.open('file:///project/stack.yml', text, 'yaml');
    await client.open('file:///project/values.yaml', 'privileged: true\n', 'yaml');
    for (const name of ['a.yaml', 'compose.yml', 'stack.yml'])
      assert.ok((await client.rules(`file:///project/${name}`)).includes('privileged'), name);
    assert.deepEqual(await client.rules('file:///project/values.yaml'), []);
  });

  it('are empty for what is not open, and for other languages', async () => {
    await client.open('file:///project/notes.md', faulty, 'markdown');
    assert.deepEqual(await client.rules('file:///project/notes.md'), []);
    assert.deepEqual(await client.rules('file:///project/never-opened'), []);
  });

  it('leave a document that is too large alone, and say so', async () => {
    await client.open(uri, faulty + '# filler\n'.repeat(20_001));
    const [only, ...others] = await client.diagnostics(uri);
    assert.deepEqual(others, []);
    assert.equal(only?.code, 'file-too-large');
    assert.equal(only.severity, 3);
  });
});

describe('diagnostics that came too late', () => {
  /** A client whose settings are awaited by the server until `release` is called. */
  async function waiting(use: (client: TestClient, release: () => void) => Promise<void>): Promise<void> {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await withClient({ configuration: () => released.then(() => ({})) }, (client) => use(client, release));
  }

  it('are not sent for a text that has changed meanwhile: the client is told to ask again', () =>
    waiting(async (client, release) => {
      await client.open(uri, faulty);
      const early = client.pull(uri);
      await client.change(uri, 2, 'FROM ubuntu:24.04\nUSER 65532:65532\n');
      const late = client.pull(uri);
      release();
      await assert.rejects(early, { code: -32802, data: { retriggerRequest: true } });
      const report = await late;
      assert.deepEqual(report.kind === 'full' && report.items, []);
    }));

  it('are not sent for a request that was cancelled', () =>
    waiting(async (client, release) => {
      await client.open(uri, faulty);
      const source = new CancellationTokenSource();
      const request = client.connection.sendRequest(
        DocumentDiagnosticRequest.type,
        { textDocument: { uri } },
        source.token,
      );
      source.cancel();
      const refused = assert.rejects(request, { code: -32802 });
      await client.settle();
      release();
      await refused;
    }));
});

describe('diagnostics for a client that can show little', () => {
  it('have no link, no tags, no related places', () =>
    withClient({ capabilities: { ...capable, textDocument: { diagnostic: {} } } }, async (client) => {
      await client.open(uri, faulty);
      const [latest] = await client.diagnostics(uri);
      assert.deepEqual(Object.keys(latest ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
    }));
});
