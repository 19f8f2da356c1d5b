import { type FileLanguage } from '../../workspace/file-names';
import { type Severity } from '../../rules/rule';
import { type Finding } from '../../service/finding';
import { type ListedRule } from '../../service/rule-list';
import { type Source } from '../../text/source';
import { type Style } from '../style';
import { type Output } from '../terminal';

/** A finding that is not held against anybody: a comment in the file silences it, or a baseline knows it. */
export interface Excused {
  readonly finding: Finding;
  readonly by: 'comment' | 'baseline';
}

/** A file as it lies on the disk. */
export interface FileOnDisk {
  /** As `path` of a report, where a symbolic link leads to: `git apply` and `patch` change no link. */
  readonly path: string;
  /** The byte order mark that the text begins with there, or `''`. */
  readonly mark: string;
}

/** What a run says about one file. */
export interface FileReport {
  /** Relative to the current folder, with forward slashes. */
  readonly path: string;
  readonly language: FileLanguage;
  /** The text that the findings count in: with `--fix`, the repaired one. */
  readonly source: Source;
  readonly findings: readonly Finding[];
  /** In the order of the text. */
  readonly excused: readonly Excused[];
  /** How many findings `--fix` has settled. */
  readonly repaired: number;
  /** The text before repairs, where there were any. */
  readonly original?: Source;
  /** What a patch has to know of the file; stands beside `original`. */
  readonly onDisk?: FileOnDisk;
  /** Whether the configuration says to look at it. */
  readonly isChecked: boolean;
}

/** Turns reports into output. */
export interface Reporter {
  file(report: FileReport): void;
  /** Called once, after the last file. */
  end(): void;
}

/** What a reporter writes to and may ask. */
export interface ReportContext {
  readonly output: Output;
  readonly style: Style;
  /** From here on a finding makes the run fail. */
  readonly failOn: Severity | 'never';
  /** Leaves out what is not about a finding. */
  readonly quiet: boolean;
  /** Only files that have changed in git are looked at. */
  readonly onlyChanged: boolean;
  /** Whether something could not be looked at, as standard error tells. */
  readonly hasFailed: () => boolean;
  readonly version: string;
  /** Everything that can be found. */
  readonly rules: () => readonly ListedRule[];
  /** The page of a rule, in Markdown; `undefined` where the pages are not at hand. */
  readonly page: (id: string) => string | undefined;
}

/** Whether `--fix` can settle it: its fix is safe and changes nothing but its own file. */
export function isRepairable({ fix }: Finding): boolean {
  return fix !== undefined && fix.others === undefined;
}
