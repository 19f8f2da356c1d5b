import assert from 'node:assert/strict';
import {
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  HoverRequest,
  InlayHintRequest,
} from 'vscode-languageserver-protocol/node';
import { capable, type ClientSetUp, type TestClient, withClient } from '../support/protocol-client';

const uri = 'file:///project/Dockerfile';
const textDocument = { uri };
const text = 'FROM dhi.io/python:3.12-dev AS build\nFROM dhi.io/python:3.12-debian13\nCMD ["python3"]\n';
const markdown = {
  ...capable,
  textDocument: { ...capable.textDocument, hover: { contentFormat: ['markdown' as const] } },
};

async function withOpen(use: (client: TestClient) => Promise<void>, setUp: ClientSetUp = {}): Promise<void> {
  await withClient({ capabilities: markdown, ...setUp }, async (client) => {
    await client.open(uri, text);
    await use(client);
  });
}

describe('images in the editor', () => {
  it('are explained on hover, also where a neighbour gives the language features', () =>
    withOpen(
      async ({ connection }) => {
        const hover = await connection.sendRequest(HoverRequest.type, {
          textDocument,
          position: { line: 1, character: 10 },
        });
        assert.match(JSON.stringify(hover?.contents), /runtime variant/);
        assert.deepEqual(hover?.range, { start: { line: 1, character: 5 }, end: { line: 1, character: 32 } });
      },
      { initializationOptions: { languageFeatures: 'off' } },
    ));

  it('leave the hover of other places to the library', () =>
    withOpen(async ({ connection }) => {
      const position = { line: 2, character: 1 };
      const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position });
      assert.match(JSON.stringify(hover?.contents), /executing container/i);
    }));

  it('are completed with a range that replaces what was typed', () =>
    withOpen(async ({ connection }) => {
      const items = (await connection.sendRequest(CompletionRequest.type, {
        textDocument,
        position: { line: 1, character: 19 },
        context: { triggerKind: 2, triggerCharacter: ':' },
      })) as CompletionItem[];
      assert.equal(items[0]?.label, '3.14-debian13');
      assert.deepEqual(items[0].textEdit, {
        range: { start: { line: 1, character: 19 }, end: { line: 1, character: 19 } },
        newText: '3.14-debian13',
      });
    }));

  it('have hints only where the setting asks for them', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const hints = (client: TestClient) =>
      client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
    await withOpen(async (client) => assert.deepEqual(await hints(client), []));
    await withOpen(
      async (client) => {
        const labels = (await hints(client))?.map(({ label }) => label);
        assert.deepEqual(labels, [
          'dev · root 0 · shell · glibc',
          'runtime · nonroot 65532 · no shell · glibc',
        ]);
      },
      { configuration: () => ({ inlayHints: { images: true } }) },
    );
  });

  it('have lenses for the commands that the editor knows', async () => {
    const lenses = async ({ connection }: TestClient) =>
      (await connection.sendRequest(CodeLensRequest.type, { textDocument }))?.map(
        ({ command, range }) => `${range.start.line} ${command?.title ?? ''}`,
      );
    const initializationOptions = { commands: ['bulwark.showImageFacts', 'bulwark.debugWithImageMount'] };
    await withOpen(async (client) => assert.deepEqual(await lenses(client), []));
    await withOpen(
      async (client) =>
        assert.deepEqual(await lenses(client), ['0 Facts', '1 Debug with image mount', '1 Facts']),
      { initializationOptions },
    );
    await withOpen(async (client) => assert.deepEqual(await lenses(client), []), {
      initializationOptions,
      configuration: () => ({ codeLens: { enabled: false } }),
    });
  });
});
