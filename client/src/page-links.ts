import { Uri, type Diagnostic } from 'vscode';
import { vsdiag, type Middleware } from 'vscode-languageclient';

type ProvideDiagnostics = NonNullable<Middleware['provideDiagnostics']>;

/**
 * Lets a click on a rule's id, in the hover and in the Problems panel, open the page that the extension carries instead
 * of one on the web.
 * @param around is asked to have diagnostics provided.
 */
export function pageLinks(around: ProvideDiagnostics): Middleware {
  return {
    handleDiagnostics(uri, diagnostics, next) {
      next(uri, diagnostics.map(withPage));
    },
    async provideDiagnostics(document, previousResultId, token, next) {
      const report = await around(document, previousResultId, token, next);
      return report?.kind === vsdiag.DocumentDiagnosticReportKind.full
        ? { ...report, items: report.items.map(withPage) }
        : report;
    },
  };
}

/** With the rule's id linked to its page. */
export function withPage(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object') return diagnostic;
  const words = [code.value, code.target.toString(true)];
  diagnostic.code = {
    value: code.value,
    target: Uri.from({ scheme: 'command', path: 'bulwark.openRule', query: JSON.stringify(words) }),
  };
  return diagnostic;
}
