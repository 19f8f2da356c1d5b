import { type Finding } from '../service/finding';
import { exitCodes } from './exit-codes';
import { type LintOptions } from './lint-options';
import { severities } from '../service/severities';
import { counted } from '../text/counted';

/** Whether a finding alone makes the run fail. */
export function fails({ severity }: Finding, { failOn }: Pick<LintOptions, 'failOn'>): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
}

/** Counts what decides the exit code. */
export class Verdict {
  #failing = 0;
  #warnings = 0;

  constructor(private readonly options: Pick<LintOptions, 'failOn' | 'maxWarnings'>) {}

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (fails(finding, this.options)) this.#failing++;
      if (finding.severity === 'warning') this.#warnings++;
    }
  }

  exitCode(): number {
    return this.#failing > 0 || this.#hasTooMany() ? exitCodes.findings : exitCodes.clean;
  }

  /** Why the run fails, where no single finding is to blame. */
  get reason(): string | undefined {
    const { maxWarnings = 0 } = this.options;
    if (this.#failing > 0 || !this.#hasTooMany()) return undefined;
    return `${counted(this.#warnings, 'warning')}, and --max-warnings allows ${maxWarnings}`;
  }

  #hasTooMany(): boolean {
    return this.#warnings > (this.options.maxWarnings ?? Infinity);
  }
}
