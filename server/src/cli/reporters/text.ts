import { type Finding } from '../../service/finding';
import { type Source } from '../../text/source';
import { type Style } from '../style';
import { printable } from '../../text/printable';
import { columnsOf } from '../terminal';
import { excerptOf } from './excerpt';
import { type ReportContext, type Reporter } from './report';
import { type Counted, summaryOf } from './summary';

/** Width where the output is no terminal, and the least that is used in one, in columns. */
const usualWidth = 110;
const leastWidth = 40;

/** For people: a line for each finding, the text that it is about, and a summary. */
export function textReporter({ output, style, quiet, onlyChanged, hasFailed }: ReportContext): Reporter {
  const width = Math.max(leastWidth, columnsOf(output, usualWidth));
  const reports: Counted[] = [];
  return {
    file({ source, path, findings, excused, repaired, isChecked }) {
      reports.push({ findings, excused, repaired, isChecked });
      output.write(findings.map((finding) => textOf(finding, path, source, style, width)).join(''));
    },
    end() {
      // Why no file was checked has been told by then.
      const isTold = reports.length === 0 && hasFailed();
      const isSilent = quiet && reports.every(({ findings }) => findings.length === 0);
      if (!isTold && !isSilent) output.write(`${summaryOf(reports, { onlyChanged, hasFailed })}\n`);
    },
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
