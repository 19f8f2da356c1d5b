import { type Severity } from '../../rules/rule';
import { fingerprintsOf } from './fingerprint';
import { type FileReport, type ReportContext, type Reporter } from './report';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/**
 * A code quality report.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function gitlabReporter({ output }: ReportContext): Reporter {
  const issues: unknown[] = [];
  return {
    file({ path, source, findings }: FileReport) {
      for (const { finding, fingerprint } of fingerprintsOf(path, source, findings)) {
        const { start, end } = source.rangeOf(finding.span);
        issues.push({
          description: finding.message,
          check_name: finding.rule,
          fingerprint,
          severity: severities[finding.severity],
          location: { path, lines: { begin: start.line + 1, end: end.line + 1 } },
        });
      }
    },
    end: () => output.write(`${JSON.stringify(issues, undefined, 2)}\n`),
  };
}
