import { type LintOptions, lintTable, readLintOptions } from './lint-options';
import { type GivenOptions, type OptionTable } from './option-words';

export const reportFormats = ['html', 'markdown'] as const;

export interface ReportOptions {
  readonly command: 'report';
  readonly format: (typeof reportFormats)[number];
  /** As typed, relative to the current folder; standard output where absent. */
  readonly output?: string;
  /** What the findings are compared with; as typed, relative to the current folder. */
  readonly baseline?: string;
  /** How the files are looked at. */
  readonly lint: LintOptions;
}

/** Options of `lint` that mean the same here. */
const shared = [
  'profile',
  'rule',
  'only',
  'config',
  'fail-on',
  'max-warnings',
  'jobs',
  'cache',
  'cache-location',
];

export const reportTable: OptionTable = {
  ...Object.fromEntries(Object.entries(lintTable).filter(([name]) => shared.includes(name))),
  format: 'value',
  output: 'value',
  baseline: 'value',
};

/** @throws UsageError */
export function readReportOptions(given: GivenOptions, paths: readonly string[]): ReportOptions {
  const output = given.value('output');
  const baseline = given.value('baseline');
  return {
    command: 'report',
    format: given.oneOf('format', reportFormats) ?? 'html',
    ...(output !== undefined && { output }),
    ...(baseline !== undefined && { baseline }),
    lint: readLintOptions(given.without('format', 'output', 'baseline'), paths),
  };
}
