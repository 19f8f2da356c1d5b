import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { type Client } from './client';
import { fixAllKind } from './code-actions';
import { migrateKind } from './migration';
import { imageTriggers } from './completion';
import { languageCapabilities } from './dockerfile/capabilities';

/** What the server offers to this client. */
export function capabilitiesOf(client: Client, languageFeatures: boolean): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'bulwark',
            // A Compose file says which stages of a Dockerfile are built, a .dockerignore what it may copy.
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    ...(client.codeActions
      ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, migrateKind] } }
      : {}),
    ...(client.tellsFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
    hoverProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    completionProvider: {
      resolveProvider: languageFeatures,
      triggerCharacters: [...imageTriggers, ...(languageFeatures ? ['=', ' ', '$', '-'] : [])],
    },
    ...(languageFeatures ? languageCapabilities : {}),
  };
}
