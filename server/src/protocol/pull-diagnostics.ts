import isEqual from 'fast-deep-equal';
import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  DocumentDiagnosticReportKind,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { describe } from './answering';
import { diagnose, type Session } from './session';

/** Answers clients that ask for diagnostics. A result id stands for the diagnostics themselves. */
export function providePullDiagnostics(session: Session): void {
  const reports = new Reports();
  session.documents.onClosed((uri) => reports.forget(uri));
  session.connection.languages.diagnostics.on((params, token) => pull(session, reports, params, token));
}

async function pull(
  session: Session,
  reports: Reports,
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const { connection, documents } = session;
  const document = documents.get(uri);
  if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  let items: Diagnostic[];
  try {
    items = await diagnose(session, document);
  } catch (error) {
    connection.console.error(`Diagnostics of ${uri} failed: ${describe(error)}`);
    items = [];
  }
  if (token.isCancellationRequested || !documents.isCurrent(document))
    throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', {
      retriggerRequest: true,
    });
  const resultId = reports.idOf(uri, items);
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** The last report of each document: the same diagnostics keep their id. */
class Reports {
  readonly #last = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  #count = 0;

  idOf(uri: string, items: readonly Diagnostic[]): string {
    const before = this.#last.get(uri);
    if (before !== undefined && isEqual(before.items, items)) return before.id;
    const id = String(++this.#count);
    this.#last.set(uri, { id, items });
    return id;
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}
