import { type Severity } from '../../rules/rule';
import { type Finding } from '../../service/finding';
import { type Source } from '../../text/source';
import { type Span } from '../../text/span';
import { type FileReport, isRepairable, type ReportContext, type Reporter } from './report';

const severities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

/**
 * Reviewdog's format.
 * @see https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
 */
export function rdjsonReporter({ output }: ReportContext): Reporter {
  const diagnostics: unknown[] = [];
  return {
    file({ path, source, findings }: FileReport) {
      for (const finding of findings) {
        const { rule, severity, message, span, url } = finding;
        const suggestions = suggestionsOf(finding, source);
        diagnostics.push({
          message,
          location: { path, range: rangeOf(span, source) },
          severity: severities[severity],
          code: { value: rule, url },
          ...(suggestions.length > 0 && { suggestions }),
        });
      }
    },
    end: () =>
      output.write(`${JSON.stringify({ source: { name: 'bulwark' }, diagnostics }, undefined, 2)}\n`),
  };
}

/** A suggestion is one replacement, and each stands for itself: only a safe fix that is one edit is told. */
function suggestionsOf(finding: Finding, source: Source): readonly unknown[] {
  const [edit, ...others] = isRepairable(finding) ? (finding.fix?.edits ?? []) : [];
  if (edit === undefined || others.length > 0) return [];
  return [{ range: rangeOf(edit.span, source), text: edit.newText }];
}

/** Lines and columns count from 1, columns in bytes of UTF-8; the end is exclusive. */
function rangeOf({ start, end }: Span, source: Source): unknown {
  return { start: positionOf(start, source), end: positionOf(end, source) };
}

function positionOf(offset: number, source: Source): unknown {
  const { line, character } = source.positionAt(offset);
  const before = source.text.slice(offset - character, offset);
  return { line: line + 1, column: Buffer.byteLength(before) + 1 };
}
