import { type Connection, type Diagnostic } from 'vscode-languageserver';
import { type Service } from '../service/service';
import { type Settings } from '../service/settings';
import { type CachedHost } from '../workspace/cached-host';
import { type Client } from './client';
import { type ForeignFindings } from './foreign-findings';
import { type OpenDocument, type OpenDocuments } from './open-documents';
import { type SettingsStore } from './settings-store';
import { toDiagnostic } from './to-diagnostic';

/** What every request family works with, from `initialize` to `exit`. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: OpenDocuments;
  readonly settings: SettingsStore;
  readonly service: Service;
  /** The workspace. */
  readonly host: CachedHost;
  /** What other extensions show. */
  readonly foreign: ForeignFindings;
}

/** What is to be shown for one version of a document. */
export async function diagnose(session: Session, document: OpenDocument): Promise<Diagnostic[]> {
  const settings: Settings = await session.settings.of(document.uri);
  const findings = await session.service.findings(document, settings);
  return findings
    .filter((finding) => !session.foreign.show(finding, document))
    .map((finding) => toDiagnostic(finding, document, session.client));
}
