import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  CodeActionRequest,
  DidOpenTextDocumentNotification,
} from 'vscode-languageserver-protocol/node';
import { version } from '../../package.json';
import { fakeService } from '../support/fake-service';
import { lines, withClient } from '../support/protocol-client';

const uri = 'file:///project/Dockerfile';
const faulty = 'FROM ubuntu:latest\nUSER 65532:65532\n';

describe('the language server', () => {
  it('says who it is and counts in UTF-16', () =>
    withClient({}, (client) => {
      assert.deepEqual(client.answer.serverInfo, { name: 'bulwark', version });
      assert.equal(client.answer.capabilities.positionEncoding, 'utf-16');
      return Promise.resolve();
    }));

  it('serves a client without any optional capability', () =>
    withClient({ capabilities: {}, pushDelay: 1 }, async (client) => {
      await client.open(uri, faulty);
      const { diagnostics } = await client.published.take();
      assert.equal(diagnostics.length, 1);
      assert.deepEqual(client.registered.held, []);
      await client.settle();
      assert.deepEqual(client.logged.held, []);
    }));

  it('refuses what it does not know and goes on', () =>
    withClient({}, async (client) => {
      await assert.rejects(client.connection.sendRequest('bulwark/no-such-request', { x: 1 }), {
        code: -32601,
      });
      await client.connection.sendNotification('$/no-such-notification', [1]);
      await client.open(uri, faulty);
      assert.equal((await client.rules(uri)).length, 1);
    }));

  it('survives messages that break the protocol', () =>
    withClient({}, async (client) => {
      const send = (method: string, params: unknown): Promise<void> =>
        client.connection.sendNotification(method, params as object);
      await send(DidOpenTextDocumentNotification.method, {});
      await send(DidOpenTextDocumentNotification.method, { textDocument: { uri: 7, text: 7 } });
      await send('textDocument/didChange', { textDocument: { uri }, contentChanges: [{ text: 'x' }] });
      await send('textDocument/didChange', { textDocument: { uri, version: 1 }, contentChanges: 7 });
      await send('textDocument/didClose', { textDocument: null });
      await send('workspace/didChangeConfiguration', {});
      await send('workspace/didChangeWatchedFiles', {});
      await client.open(uri, faulty);
      await send('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: lines(900, 3), text: '' }],
      });
      for (const method of ['textDocument/diagnostic', 'textDocument/codeAction', 'textDocument/hover'])
        await client.connection.sendRequest(method, { textDocument: {} }).catch(() => undefined);
      await client.connection
        .sendRequest(CodeActionRequest.method, { textDocument: { uri }, range: {}, context: null })
        .catch(() => undefined);
      await client.change(uri, 3, faulty);
      assert.equal((await client.rules(uri)).length, 1);
    }));

  it('survives texts that are hard to read', () =>
    withClient({}, async (client) => {
      const texts = [
        '',
        '\ufeff',
        '\0',
        'FROM\n',
        '# escape=`\r\nFROM a\r',
        'RUN <<EOF\n',
        'FROM a AS a\nFROM b AS b\nFROM a AS b\n',
        '\ud800FROM x',
        'FROM a\nRUN ' + '$('.repeat(5000),
        'FROM a\nRUN ' + '\\\n'.repeat(5000),
      ];
      let count = 1;
      await client.open(uri, '');
      for (const text of texts) {
        await client.change(uri, ++count, text);
        for (const { range } of await client.diagnostics(uri))
          assert.ok(range.end.line <= text.split(/\r\n|\r|\n/).length, JSON.stringify(text));
        await client.actions(uri, lines(0, 5));
      }
      assert.deepEqual(
        client.logged.held.filter(({ type }) => type === 1),
        [],
      );
    }));

  it('logs a request that fails and answers all the same', () => {
    const createService = fakeService({
      findings: () => Promise.reject(new Error('findings broke')),
      actions: () => Promise.reject(new Error('actions broke')),
    });
    return withClient({ createService }, async (client) => {
      await client.open(uri, faulty);
      assert.deepEqual(await client.diagnostics(uri), []);
      assert.deepEqual(await client.actions(uri, lines(0)), []);
      for (const what of ['findings', 'actions']) {
        const { type } = await client.logged.take(({ message }) => message.includes(`${what} broke`));
        assert.equal(type, 1);
      }
    });
  });

  it('pushes nothing when looking at a document fails, and logs it', () =>
    withClient(
      {
        capabilities: {},
        pushDelay: 1,
        createService: fakeService({ findings: () => Promise.reject(new Error('findings broke')) }),
      },
      async (client) => {
        await client.open(uri, faulty);
        assert.match((await client.logged.take()).message, /findings broke/);
        assert.deepEqual(client.published.held, []);
      },
    ));

  it('answers a cancelled request as cancelled', () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    return withClient({ configuration: () => released }, async (client) => {
      await client.open(uri, faulty);
      const source = new CancellationTokenSource();
      const request = client.connection.sendRequest(
        CodeActionRequest.type,
        { textDocument: { uri }, range: lines(0), context: { diagnostics: [] } },
        source.token,
      );
      source.cancel();
      const refused = assert.rejects(request, { code: -32800 });
      await client.settle();
      release();
      await refused;
    });
  });
});
