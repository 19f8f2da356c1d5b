import { type Finding } from '../../service/finding';
import { type Source } from '../../text/source';
import { type FileReport, type ReportContext, type Reporter } from './report';

/** One JSON document at the end; its form is described in docs/cli.md and only ever grows within a version. */
export function jsonReporter({ output }: ReportContext): Reporter {
  const files: unknown[] = [];
  return {
    file({ path, language, source, findings }: FileReport) {
      files.push({ path, language, findings: findings.map((finding) => jsonOf(finding, source)) });
    },
    end: () => output.write(`${JSON.stringify({ version: 1, files }, undefined, 2)}\n`),
  };
}

function jsonOf({ rule, also, severity, message, span, fixKind }: Finding, source: Source): unknown {
  return { rule, ...(also && { also }), severity, message, range: source.rangeOf(span), fix: fixKind };
}
