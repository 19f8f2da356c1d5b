import { type Connection } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { type Language } from '../rules/rule';
import { createService } from '../service/create';
import { type Service } from '../service/service';
import { readDataWith } from '../image/catalog/data-file';
import { cacheHost } from '../workspace/cached-host';
import { type Host } from '../workspace/host';
import { capabilitiesOf } from './capabilities';
import { followChanges, type Refresh } from './changes';
import { readClient } from './client';
import { clientHost } from './client-host';
import { provideCodeActions } from './code-actions';
import { provideCommandFacts } from './command-facts';
import { provideCompletion } from './completion';
import { composeFeatures } from './compose/provide';
import { dispatch } from './dispatch';
import { dockerfileFeatures } from './dockerfile/provide';
import { followForeignFindings, ForeignFindings } from './foreign-findings';
import { provideHover } from './hover';
import { provideImageFeatures } from './image-features';
import { provideImageInventory } from './inventory/provide';
import { givesLanguageFeatures } from './neighbours';
import { OpenDocuments } from './open-documents';
import { providePullDiagnostics } from './pull-diagnostics';
import { PushDiagnostics } from './push-diagnostics';
import { type Session } from './session';
import { SettingsStore } from './settings-store';
import { WorkspaceFolders } from './workspace-folders';
import { workspaceHost } from './workspace-host';
import { provideWorkspaceFindings } from './workspace-report/provide-findings';
import { provideWorkspaceReport } from './workspace-report/provide-report';

export interface ServeOptions {
  /** Reads `file:` URIs; absent in a web worker. Told the workspace folders, it must not leave them. */
  readonly disk?: (folders: () => readonly string[]) => Host;
  /** Told where the client says that the server's libraries are, as a URL; absent where the server finds them itself. */
  readonly loadLibrariesFrom?: (folder: string) => void;
  /** How long a document must rest before diagnostics are pushed, in milliseconds. */
  readonly pushDelay?: number;
  /** How long all must rest before it is told that answers about the whole workspace have changed, in milliseconds. */
  readonly inventoryDelay?: number;
  readonly createService?: (host: Host, log: (message: string) => void) => Service;
}

const languages: readonly Language[] = ['dockerfile', 'compose'];

/** Serves one client from `initialize` to `exit`. */
export function serve(connection: Connection, options: ServeOptions = {}): void {
  connection.onInitialize((params) => {
    const client = readClient(params);
    const { data, libraries } = client.options;
    if (libraries !== undefined) options.loadLibrariesFrom?.(libraries);
    if (data !== undefined) readDataWith((file, start, end) => data.get(file)?.slice(start, end) ?? '');
    const folders = new WorkspaceFolders(client.folders);
    const documents = new OpenDocuments(connection);
    const host = cacheHost(
      workspaceHost({
        folders: () => folders.uris,
        open: (uri) => documents.textAt(uri)?.text,
        disk: options.disk?.(() => folders.uris),
        editor: client.options.readsFiles ? clientHost(connection) : undefined,
      }),
    );
    const session: Session = {
      connection,
      client,
      documents,
      host,
      foreign: new ForeignFindings(),
      settings: new SettingsStore(connection, client, host),
      service: (options.createService ?? createService)(host, (message) => connection.console.error(message)),
    };

    const refresh = provideDiagnostics(session, options.pushDelay ?? 150);
    provideCodeActions(session);
    const given = languages.filter((language) => givesLanguageFeatures(client.options, language));
    const ofLanguage = dispatch(session, {
      ...(given.includes('dockerfile') ? { dockerfile: dockerfileFeatures(session) } : {}),
      ...(given.includes('compose') ? { compose: composeFeatures(session) } : {}),
    });
    provideHover(session, ofLanguage.hover);
    provideCompletion(session, ofLanguage.completion);
    provideImageFeatures(session);
    provideCommandFacts(session);
    const inventory = provideImageInventory(session, folders, options.inventoryDelay ?? 400);
    const findings = provideWorkspaceFindings(session, folders, inventory, options.inventoryDelay ?? 400);
    provideWorkspaceReport(session, folders, inventory);
    followChanges(session, folders, refresh, [inventory, findings]);
    followForeignFindings(session, refresh);
    return {
      capabilities: capabilitiesOf(client, given),
      serverInfo: { name: 'bulwark', version },
    };
  });
  connection.listen();
}

/** @returns what has documents looked at again. */
function provideDiagnostics(session: Session, pushDelay: number): Refresh {
  const { client, connection } = session;
  if (!client.pullsDiagnostics) {
    const push = new PushDiagnostics(session, pushDelay);
    return (uris) => push.refresh(uris);
  }
  providePullDiagnostics(session);
  return () => {
    // A client that goes away meanwhile does not answer.
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
  };
}
