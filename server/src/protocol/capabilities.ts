import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { type Language } from '../rules/rule';
import { type Client } from './client';
import { fixAllKind } from './code-actions';
import { migrateKind } from './migration';
import { imageTriggers } from './completion';
import { composeCapabilities, composeTriggers } from './compose/capabilities';
import { dockerfileCapabilities, dockerfileTriggers } from './dockerfile/capabilities';

/**
 * What the server offers to this client.
 * @param given languages whose completion, hover, rename and the like are ours to give.
 */
export function capabilitiesOf(client: Client, given: readonly Language[]): ServerCapabilities {
  const [dockerfile, compose] = [given.includes('dockerfile'), given.includes('compose')];
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
      resolveProvider: dockerfile,
      triggerCharacters: [
        ...new Set([
          ...imageTriggers,
          ...(dockerfile ? dockerfileTriggers : []),
          ...(compose ? composeTriggers : []),
        ]),
      ],
    },
    ...(compose ? composeCapabilities : {}),
    // Those of both resolve links.
    ...(dockerfile ? dockerfileCapabilities : {}),
  };
}
