import { resolve } from 'node:path';
import { type LintOptions, type OutputOption } from './lint-options';
import { type Fault } from './read-text';
import { type ReportContext, type Reporter } from './reporters/report';
import { textReporter } from './reporters/text';
import { isColoured, styleFor } from './style';
import { type Output, type Terminal } from './terminal';

/** All reports of a run. */
export interface Outputs {
  readonly reporter: Reporter;
  /** Writes what goes to files. */
  close(failed: (path: string, fault: string) => void): Promise<void>;
}

/** Where reports go. */
type Screen = Pick<Terminal, 'stdout' | 'stderr' | 'cwd' | 'env'>;

export type ReportFacts = Omit<ReportContext, 'output' | 'style' | 'failOn' | 'quiet' | 'onlyChanged'>;

export async function openOutputs(
  options: LintOptions,
  terminal: Screen,
  facts: ReportFacts,
): Promise<Outputs> {
  const { failOn, quiet, changed } = options;
  const onlyChanged = changed !== undefined;
  const files: { readonly path: string; readonly chunks: string[] }[] = [];
  const each: Reporter[] = [];
  for (const { format, file } of options.outputs) {
    let output: Output = screenFor(options, terminal);
    if (file !== undefined) {
      const chunks: string[] = [];
      files.push({ path: file, chunks });
      output = { write: (text) => chunks.push(text) };
    }
    const style = styleFor(file === undefined && isColoured(terminal, output));
    each.push(await reporterFor(format, { ...facts, output, style, failOn, quiet, onlyChanged }));
  }
  return {
    reporter: {
      file: (report) => each.forEach((reporter) => reporter.file(report)),
      end: () => each.forEach((reporter) => reporter.end()),
    },
    async close(failed) {
      for (const { path, chunks } of files) {
        const { writeReport } = await import('./on-demand');
        const unwritten: Fault | undefined = await writeReport(resolve(terminal.cwd, path), chunks.join(''));
        if (unwritten !== undefined) failed(path, unwritten.fault);
      }
    },
  };
}

/** The repaired text of standard input takes standard output for itself. */
function screenFor({ fix, stdinFilename }: LintOptions, { stdout, stderr }: Screen): Output {
  return fix === 'write' && stdinFilename !== undefined ? stderr : stdout;
}

async function reporterFor(format: OutputOption['format'], context: ReportContext): Promise<Reporter> {
  if (format === 'text') return textReporter(context);
  const { reporters } = await import('./on-demand');
  return reporters[format](context);
}
