import { fork } from 'node:child_process';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { readFileSync } from 'node:fs';
import { ServerFlags } from '../../client/src/server-flags';

/** The shipped server in a process of its own, with the flags and the transport of the client. */
export interface Server {
  open(uri: string, languageId: string, text: string): Promise<void>;
  /** Replaces a line, counted from zero. */
  change(uri: string, version: number, line: number, text: string): Promise<void>;
  /** How many there are, asked as VS Code asks: with the id of the last report, which stands where nothing has changed. */
  diagnostics(uri: string): Promise<number>;
  /** Resident memory in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/** @returns the server and how long it took from spawn to the answer to `initialize`, in milliseconds. */
export async function startServer(): Promise<{ server: Server; startup: number }> {
  const start = performance.now();
  const child = fork('dist/server.js', ['--node-ipc'], {
    execArgv: new ServerFlags().execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
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
  const reports = new Map<string, { readonly id: string; readonly count: number }>();
  const server: Server = {
    open: (uri, languageId, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, line, text) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [
          {
            range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
            text: `${text}\n`,
          },
        ],
      }),
    async diagnostics(uri) {
      const before = reports.get(uri);
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(before && { previousResultId: before.id }),
      });
      if (report.kind === 'full') reports.set(uri, { id: report.resultId ?? '', count: report.items.length });
      return reports.get(uri)?.count ?? 0;
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
