import { type Severity } from '../../rules/rule';
import { type FileReport, type ReportContext, type Reporter } from './report';
import { declaration, tag } from './xml';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};

/**
 * The XML that Checkstyle writes, which many a CI server reads.
 * @see https://checkstyle.org
 */
export function checkstyleReporter({ output }: ReportContext): Reporter {
  const files: string[] = [];
  return {
    file({ path, source, findings }: FileReport) {
      const errors = findings.map(({ rule, severity, message, span }) => {
        const { line, character } = source.positionAt(span.start);
        const attributes = {
          line: line + 1,
          column: character + 1,
          severity: levels[severity],
          message,
          source: `bulwark.${rule}`,
        };
        return `    ${tag('error', attributes, '/')}\n`;
      });
      files.push(`  ${tag('file', { name: path })}\n${errors.join('')}  </file>\n`);
    },
    end: () => output.write(`${declaration}\n<checkstyle version="10.0">\n${files.join('')}</checkstyle>\n`),
  };
}
