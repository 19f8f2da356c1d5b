import { type FileLanguage } from '../../workspace/file-names';
import { type Finding } from '../../service/finding';
import { type Source } from '../../text/source';

/** What a run says about one file. */
export interface FileReport {
  /** Relative to the current folder, with forward slashes. */
  readonly path: string;
  readonly language: FileLanguage;
  /** The text that the findings count in: with `--fix`, the repaired one. */
  readonly source: Source;
  readonly findings: readonly Finding[];
  /** How many findings `--fix` has settled. */
  readonly repaired: number;
}

/** Turns reports into output. */
export interface Reporter {
  file(report: FileReport): void;
  /** Called once, after the last file. */
  end(): void;
}

/** Whether `--fix` can settle it: its fix is safe and changes nothing but its own file. */
export function isRepairable({ fix }: Finding): boolean {
  return fix !== undefined && fix.others === undefined;
}
