import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  CodeActionTriggerKind,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  type DocumentDiagnosticReport,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type LogMessageParams,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { serve, type ServeOptions } from '../../server/src/protocol/serve';

/** What Visual Studio Code says that it can, as far as it matters here. */
export const capable: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
      versionSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source.fixAll'] } },
      isPreferredSupport: true,
    },
  },
};

export interface ClientSetUp extends ServeOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URIs. */
  readonly folders?: readonly string[];
  /** Answers `workspace/configuration` for one URI. */
  readonly configuration?: (uri: string) => unknown;
}

/** A queue of what the server sent, that can be waited on. */
class Inbox<T> {
  readonly #held: T[] = [];
  #wake: (() => void)[] = [];

  put(item: T): void {
    this.#held.push(item);
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** Takes the first that fits, now or once it comes; what stands before it stays. */
  async take(fits: (item: T) => boolean = () => true): Promise<T> {
    for (;;) {
      const index = this.#held.findIndex(fits);
      const [item] = index < 0 ? [] : this.#held.splice(index, 1);
      if (item !== undefined) return item;
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }

  get held(): readonly T[] {
    return this.#held;
  }
}

/** The editor's end of a connection to a server in this process. */
export class TestClient {
  readonly published = new Inbox<PublishDiagnosticsParams>();
  readonly logged = new Inbox<LogMessageParams>();
  readonly refreshes = new Inbox<true>();
  readonly registered = new Inbox<Registration>();

  private constructor(
    readonly connection: ProtocolConnection,
    readonly answer: InitializeResult,
    private readonly close: () => void,
  ) {}

  static async start(setUp: ClientSetUp = {}): Promise<TestClient> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    serve(server, setUp);
    const connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const inboxes: { client?: TestClient } = {};
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      Promise.all(items.map(async ({ scopeUri }) => (await setUp.configuration?.(scopeUri ?? '')) ?? null)),
    );
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const registration of registrations) inboxes.client?.registered.put(registration);
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => inboxes.client?.refreshes.put(true));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) =>
      inboxes.client?.published.put(params),
    );
    connection.onNotification(LogMessageNotification.type, (params) => inboxes.client?.logged.put(params));
    connection.listen();
    const params: InitializeParams = {
      processId: null,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol insists on it
      rootUri: null,
      capabilities: setUp.capabilities ?? capable,
      initializationOptions: setUp.initializationOptions,
      workspaceFolders: setUp.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    };
    const answer = await connection.sendRequest(InitializeRequest.type, params);
    const client = new TestClient(connection, answer, () => {
      // The client's side first: a server whose input ends takes its process along.
      connection.dispose();
      server.dispose();
    });
    inboxes.client = client;
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  open(uri: string, text: string, languageId = 'dockerfile', version = 1): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version, text },
    });
  }

  /** @param range what to replace; the whole text where absent. */
  change(uri: string, version: number, text: string, range?: Range): Promise<void> {
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [range === undefined ? { text } : { range, text }],
    });
  }

  shut(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** A turn of the connection in both directions: what was sent before has arrived. */
  async settle(): Promise<void> {
    await this.connection.sendRequest('bulwark/no-such-request').catch(() => undefined);
  }

  /** What a client sends whose settings have changed. */
  configure(settings: unknown): Promise<void> {
    return this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** Ids of the rules that speak, in the order of the text. */
  async rules(uri: string): Promise<readonly unknown[]> {
    return (await this.diagnostics(uri)).map(({ code }) => code);
  }

  async actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, ...context },
    });
    return (actions ?? []).filter((action): action is CodeAction => !('arguments' in action));
  }

  stop(): void {
    this.close();
  }
}

/** From the start of one line to the end of another. */
export function lines(first: number, last = first): Range {
  return { start: { line: first, character: 0 }, end: { line: last, character: 1000 } };
}

/** Runs with a client and lets go of it, whatever happens. */
export async function withClient(
  setUp: ClientSetUp,
  use: (client: TestClient) => Promise<void>,
): Promise<void> {
  const client = await TestClient.start(setUp);
  try {
    await use(client);
  } finally {
    client.stop();
  }
}
