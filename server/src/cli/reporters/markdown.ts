import { name, proseInCell } from '../../service/report/markdown-text';
import { severities } from '../../service/severities';
import { type FileReport, type ReportContext, type Reporter } from './report';
import { summaryOf } from './summary';

/** For a comment on a merge request or the summary of a job: one table a file. */
export function markdownReporter({ output, onlyChanged, hasFailed }: ReportContext): Reporter {
  const reports: FileReport[] = [];
  return {
    file: (report) => reports.push(report),
    end() {
      const tables = reports.filter(({ findings }) => findings.length > 0).map(tableOf);
      output.write(`# Bulwark\n\n${summaryOf(reports, { onlyChanged, hasFailed })}\n${tables.join('')}`);
    },
  };
}

function tableOf({ path, source, findings }: FileReport): string {
  const rows = [...findings]
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map(({ rule, severity, message, span, url }) => {
      const line = source.lineAt(span.start) + 1;
      return `| ${line} | ${severity} | [${rule}](${url}) | ${proseInCell(message)} |\n`;
    });
  return `\n## ${name(path)}\n\n| line | severity | rule | message |\n| ---: | --- | --- | --- |\n${rows.join('')}`;
}
