import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, type Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  CodeActionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { version } from '../../package.json';

const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const dockerfile = 'FROM ubuntu:latest\nUSER 65532:65532\nADD a /a\n';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(...args: string[]): ChildProcess & { stdin: Writable; stdout: Readable; stderr: Readable } {
  return spawn(process.execPath, [server, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

async function end(child: ChildProcess): Promise<number | null> {
  return child.exitCode ?? new Promise((resolve) => child.once('close', resolve));
}

async function run(...args: string[]): Promise<Ended> {
  const child = start(...args);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  return { code: await end(child), stdout, stderr };
}

async function initialize(
  input: Readable | Socket,
  output: Writable | Socket,
  capabilities: ClientCapabilities,
  folder?: string,
): Promise<ProtocolConnection> {
  const connection = createProtocolConnection(
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- older editors know nothing else
    rootUri: folder ?? null,
    capabilities,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return connection;
}

async function open(connection: ProtocolConnection, uri: string, text = dockerfile): Promise<void> {
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'dockerfile', version: 1, text },
  });
}

async function finish(connection: ProtocolConnection): Promise<void> {
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
}

describe('dist/server.js', () => {
  it('serves an editor over stdio from initialize to exit', async () => {
    const child = start('--stdio');
    const connection = await initialize(child.stdout, child.stdin, {
      textDocument: {
        diagnostic: {},
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
      },
    });
    const uri = 'file:///project/Dockerfile';
    await open(connection, uri);
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.deepEqual(report.kind === 'full' && report.items.map(({ code }) => code), [
      'image-tag-latest',
      'add-instead-of-copy',
    ]);
    const line = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
    const actions = await connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: line,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const [fix] = actions ?? [];
    assert.ok(fix !== undefined && 'edit' in fix);
    assert.equal(fix.edit.changes?.[uri]?.[0]?.newText, 'COPY');
    await finish(connection);
    assert.equal(await end(child), 0);
    connection.dispose();
  });

  it('serves an editor that can only be pushed to, with the folder named in the old way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bulwark-'));
    await writeFile(join(folder, 'bulwark.json'), '{ "rules": { "image-tag-latest": "error" } }');
    const child = start('--stdio');
    const root = pathToFileURL(folder).toString();
    const connection = await initialize(child.stdout, child.stdin, {}, root);
    const pushed: ((params: PublishDiagnosticsParams) => void)[] = [];
    const next = (): Promise<PublishDiagnosticsParams> => new Promise((resolve) => pushed.push(resolve));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => pushed.shift()?.(params));

    const uri = `${root}/Dockerfile`;
    const first = next();
    await open(connection, uri);
    assert.deepEqual(
      (await first).diagnostics.map(({ code, severity }) => [code, severity]),
      [
        ['image-tag-latest', 1],
        ['add-instead-of-copy', 2],
      ],
    );
    const second = next();
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: 'FROM ubuntu:24.04\nUSER 65532:65532\n' }],
    });
    assert.deepEqual((await second).diagnostics, []);
    await finish(connection);
    assert.equal(await end(child), 0);
    connection.dispose();
    await rm(folder, { recursive: true });
  });

  it('serves an editor over a socket', async () => {
    const listening = createServer();
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const address = listening.address();
    assert.ok(typeof address === 'object' && address !== null);
    const connected = new Promise<Socket>((resolve) => listening.once('connection', resolve));
    const child = start(`--socket=${address.port}`);
    const socket = await connected;
    const connection = await initialize(socket, socket, {});
    await finish(connection);
    assert.equal(await end(child), 0);
    connection.dispose();
    listening.close();
  });

  it('ends when the editor goes away without a word', async () => {
    const child = start('--stdio');
    const connection = await initialize(child.stdout, child.stdin, {});
    connection.dispose();
    child.stdin.end();
    assert.equal(await end(child), 1);
  });

  it('ends with 1 on exit without shutdown', async () => {
    const child = start('--stdio');
    const connection = await initialize(child.stdout, child.stdin, {});
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await end(child), 1);
    connection.dispose();
  });

  it('says its version', async () => {
    assert.deepEqual(await run('--version'), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('says how it is used', async () => {
    const { code, stdout } = await run('--help');
    assert.equal(code, 0);
    assert.match(stdout, /^Usage: bulwark-language-server --stdio/);
  });

  it('says what is missing where no transport is named', async () => {
    for (const args of [[], ['--nonsense'], ['stdio']]) {
      const { code, stdout, stderr } = await run(...args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^No transport is named\.\n\nUsage:/);
    }
  });
});
