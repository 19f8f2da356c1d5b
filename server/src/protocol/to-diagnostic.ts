import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { type Severity } from '../rules/rule';
import { type Finding } from '../service/finding';
import { type Client } from './client';
import { type OpenDocument } from './open-documents';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** A finding as the client can show it. */
export function toDiagnostic(
  finding: Finding,
  { source, uri }: Pick<OpenDocument, 'source' | 'uri'>,
  client: Client,
): Diagnostic {
  const { related, codeDescription, tags: known } = client.diagnostics;
  const tag = finding.tag === undefined ? undefined : tags[finding.tag];
  return {
    range: source.rangeOf(finding.span),
    severity: severities[finding.severity],
    source: 'bulwark',
    code: finding.rule,
    message: finding.message,
    ...(codeDescription ? { codeDescription: { href: finding.url } } : {}),
    ...(tag !== undefined && known.includes(tag) ? { tags: [tag] } : {}),
    ...(related && finding.related.length > 0
      ? {
          relatedInformation: finding.related.map(({ at, text, file = { uri, source } }) => ({
            location: { uri: file.uri, range: file.source.rangeOf(at) },
            message: text,
          })),
        }
      : {}),
  };
}
