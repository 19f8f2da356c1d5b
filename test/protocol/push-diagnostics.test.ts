import assert from 'node:assert/strict';
import { type PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { type ClientSetUp, withClient } from '../support/protocol-client';

const uri = 'file:///project/Dockerfile';
const faulty = 'FROM ubuntu:latest\nUSER 65532:65532\n';
const clean = 'FROM ubuntu:24.04\nUSER 65532:65532\n';

/** A client that knows nothing of pulling. */
const plain: ClientSetUp = { capabilities: {}, pushDelay: 1 };

function rules({ diagnostics }: PublishDiagnosticsParams): readonly unknown[] {
  return diagnostics.map(({ code }) => code);
}

describe('diagnostics that are pushed', () => {
  it('come for a document that is opened, with its version; pulling is not offered', () =>
    withClient(plain, async (client) => {
      assert.equal(client.answer.capabilities.diagnosticProvider, undefined);
      await client.open(uri, faulty, 'dockerfile', 7);
      const first = await client.published.take();
      assert.deepEqual({ uri: first.uri, version: first.version }, { uri, version: 7 });
      assert.deepEqual(rules(first), ['image-tag-latest']);
    }));

  it('follow changes', () =>
    withClient(plain, async (client) => {
      await client.open(uri, faulty);
      await client.published.take();
      await client.change(uri, 2, clean);
      assert.deepEqual(rules(await client.published.take(({ version }) => version === 2)), []);
    }));

  it('come once for changes that follow each other closely, for the last text', () =>
    withClient({ ...plain, pushDelay: 50 }, async (client) => {
      await client.open(uri, clean);
      await client.published.take();
      for (let version = 2; version < 12; version++) await client.change(uri, version, clean);
      await client.change(uri, 12, faulty);
      const next = await client.published.take();
      assert.equal(next.version, 12);
      assert.deepEqual(rules(next), ['image-tag-latest']);
    }));

  it('are taken back when the document is closed', () =>
    withClient(plain, async (client) => {
      await client.open(uri, faulty);
      await client.published.take();
      await client.shut(uri);
      assert.deepEqual(await client.published.take(), { uri, diagnostics: [] });
    }));

  it('are not sent for a text that changed while it was looked at', async () => {
    const asked: (() => void)[] = [];
    const setUp: ClientSetUp = {
      pushDelay: 1,
      capabilities: { workspace: { configuration: true } },
      configuration: () => new Promise((resolve) => asked.push(() => resolve({}))),
    };
    await withClient(setUp, async (client) => {
      await client.open(uri, faulty);
      while (asked.length === 0) await client.settle();
      await client.change(uri, 2, clean);
      for (const answer of asked) answer();
      const only = await client.published.take();
      assert.equal(only.version, 2);
    });
  });

  it('come again for all open documents when settings change', () =>
    withClient(plain, async (client) => {
      await client.open(uri, faulty);
      await client.published.take();
      await client.configure({ bulwark: { rules: { 'image-tag-latest': 'off' } } });
      assert.deepEqual(rules(await client.published.take()), []);
    }));
});
