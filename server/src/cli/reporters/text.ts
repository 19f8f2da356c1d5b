import { type Finding } from '../../service/finding';
import { type Source } from '../../text/source';
import { severities } from '../arguments';
import { type Style } from '../style';
import { type Output } from '../terminal';
import { printable } from './cells';
import { excerptOf } from './excerpt';
import { type FileReport, isRepairable, type Reporter } from './report';

/** Width where the output is no terminal, and the least that is used in one, in columns. */
const usualWidth = 110;
const leastWidth = 40;

/** For people: a line for each finding, the text that it is about, and a summary. */
export function textReporter(output: Output, style: Style): Reporter {
  const width = Math.max(leastWidth, output.columns ?? usualWidth);
  const reports: Omit<FileReport, 'source'>[] = [];
  return {
    file({ source, ...report }) {
      reports.push(report);
      output.write(
        report.findings.map((finding) => textOf(finding, report.path, source, style, width)).join(''),
      );
    },
    end: () => output.write(`${summaryOf(reports)}\n`),
  };
}

function textOf(finding: Finding, path: string, source: Source, style: Style, width: number): string {
  const { severity, rule, message, span } = finding;
  const { line, character } = source.positionAt(span.start);
  const number = String(line + 1);
  const gutter = ' '.repeat(number.length);
  const excerpt = excerptOf(source, span, width - number.length - 5);
  const place = `${printable(path)}:${number}:${character + 1}`;
  const lines = [
    `${style.bold(place)}: ${style.severity(severity, severity)} ${style.bold(rule)}: ${printable(message)}`,
    `  ${style.dim(`${number} |`)} ${excerpt.line}`,
    `  ${style.dim(`${gutter} |`)} ${style.severity(severity, excerpt.marks)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

function summaryOf(reports: readonly Omit<FileReport, 'source'>[]): string {
  const findings = reports.flatMap((report) => report.findings);
  const repaired = reports.reduce((sum, report) => sum + report.repaired, 0);
  const done = repaired === 0 ? '' : `${counted(repaired, 'problem')} repaired. `;
  if (reports.length === 0) return 'No Dockerfile and no Compose file found.';
  if (findings.length === 0) return `${done}No problems in ${counted(reports.length, 'file')}.`;

  const bySeverity = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    // "info" is no word to put into the plural.
    return count === 0 ? [] : [severity === 'info' ? `${count} info` : counted(count, severity)];
  });
  const concerned = reports.filter((report) => report.findings.length > 0).length;
  const files = concerned === reports.length ? '' : `${concerned} of `;
  const repairable = findings.filter(isRepairable).length;
  const offer = repairable === 0 ? '' : ` --fix can repair ${repairable}.`;
  const problems = `${counted(findings.length, 'problem')} (${bySeverity.join(', ')})`;
  return `${done}${problems} in ${files}${counted(reports.length, 'file')}.${offer}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
