import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { readFileSync } from 'node:fs';
import { ServerFlags } from '../../client/src/server-flags';

/** The shipped server in a process of its own, with the client's flags, spoken to over stdio. */
export interface Server {
  open(uri: string, languageId: string, text: string): Promise<void>;
  /** Replaces the whole text. */
  change(uri: string, version: number, text: string): Promise<void>;
  diagnostics(uri: string): Promise<number>;
  /** Resident memory in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/** @returns the server and how long it took from spawn to the answer to `initialize`, in milliseconds. */
export async function startServer(): Promise<{ server: Server; startup: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [...new ServerFlags().execArgv, 'dist/server.js', '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  createInterface(child.stderr).on('line', (line) => console.error(line));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // The protocol still asks for it.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    rootUri: null,
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: false } } },
  });
  const startup = performance.now() - start;
  await connection.sendNotification(InitializedNotification.type, {});
  const server: Server = {
    open: (uri, languageId, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, text) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    async diagnostics(uri) {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      return report.kind === 'full' ? report.items.length : 0;
    },
    memory: () => {
      const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await new Promise((resolve) => child.once('exit', resolve));
      connection.dispose();
    },
  };
  return { server, startup };
}
