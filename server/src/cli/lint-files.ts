import { resolve } from 'node:path';
import { UsageError } from './exit-codes';
import { type Failed } from './find-files';
import { type Input } from './inputs';
import { openLane } from './lane';
import { laneOptions } from './lane-options';
import { type LintOptions } from './lint-options';
import { outcomesOf } from './lint-outcomes';
import { type Reporter } from './reporters/report';
import { type MakeService } from './surroundings';
import { type Terminal } from './terminal';
import { fails, type Verdict } from './verdict';

/** What a run tells, and to whom. */
export interface LintRun {
  readonly options: LintOptions;
  readonly terminal: Pick<Terminal, 'cwd' | 'threads' | 'program' | 'env'>;
  readonly makeService: MakeService;
  readonly reporter: Reporter;
  readonly verdict: Verdict;
  /** Told of what is wrong with no file in particular, as a sentence without its full stop. */
  readonly complain: (message: string) => void;
  /** Told of what is amiss and hides no finding. */
  readonly warn: (message: string) => void;
  readonly failed: Failed;
  /** Told how many of the inputs are checked. */
  readonly progress: (done: number, of: number) => void;
}

/**
 * Checks inputs and reports each, in their order.
 * @throws UsageError where the configuration or the baseline that was named cannot be read.
 */
export async function lintFiles(inputs: readonly Input[], run: LintRun): Promise<void> {
  const { options, terminal, reporter, verdict, complain, warn, failed, progress } = run;
  const lane = await openLane(laneOptions(options), terminal.cwd, run.makeService);
  const baseline = await baselineOf(options, terminal.cwd);
  const told = new Set<string>();
  const tell = (message: string, listener: (message: string) => void): void => {
    // Each thread reads the configuration, and a rule that fails in one may fail in another, from elsewhere.
    const [first = ''] = message.split('\n', 1);
    if (!told.has(first)) listener(message);
    told.add(first);
  };
  let done = 0;

  for await (const { input, outcome } of outcomesOf(inputs, lane, run)) {
    progress(++done, inputs.length);
    for (const warning of outcome.warnings) tell(warning, warn);
    for (const complaint of outcome.complaints) tell(complaint, complain);
    if (outcome.report === undefined) continue;
    const fresh = baseline?.without(outcome.report, input.path) ?? outcome.report;
    verdict.add(fresh.findings);
    const shown = options.quiet
      ? fresh.findings.filter((finding) => fails(finding, options))
      : fresh.findings;
    reporter.file({ ...fresh, findings: shown });
  }
  reporter.end();
  const unwritten = options.baseline?.update === true ? await baseline?.write() : undefined;
  if (unwritten !== undefined) failed(options.baseline?.file ?? '', unwritten.fault);
}

async function baselineOf({ baseline }: LintOptions, cwd: string) {
  if (baseline === undefined) return undefined;
  const { openBaseline } = await import('./on-demand');
  const opened = await openBaseline(resolve(cwd, baseline.file), baseline.update);
  if (!('fault' in opened)) return opened;
  const hint = opened.fault === 'does not exist' ? '; --update-baseline writes it' : '';
  throw new UsageError(`--baseline ${baseline.file} ${opened.fault}${hint}`);
}
