import { type Severity } from '../../rules/rule';
import { type FileReport, type ReportContext, type Reporter } from './report';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands that GitHub Actions turns into annotations.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function githubReporter({ output }: ReportContext): Reporter {
  return {
    file({ path, source, findings }: FileReport) {
      for (const { rule, severity, message, span } of findings) {
        const { start, end } = source.rangeOf(span);
        const place: [string, string | number][] = [
          ['file', path],
          ['line', start.line + 1],
          ['endLine', end.line + 1],
          ['col', start.character + 1],
          // Counts from 1 and names the last marked character; of two lines GitHub marks no columns.
          ...(start.line === end.line
            ? [['endColumn', Math.max(start.character + 1, end.character)] as [string, number]]
            : []),
          ['title', rule],
        ];
        const properties = place.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
        output.write(`::${commands[severity]} ${properties}::${escapeData(message)}\n`);
      }
    },
    end: () => undefined,
  };
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
