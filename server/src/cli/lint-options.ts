import { normalize } from 'node:path';
import { type Severity } from '../rules/rule';
import { profiles } from '../service/profiles';
import { type Profile } from '../service/settings';
import { UsageError } from './exit-codes';
import { chosenWord, type GivenOptions, type OptionTable } from './option-words';
import { type Format, formats } from './reporters/formats';
import { severities } from '../service/severities';

/** One report: its form, and the file that it goes to; standard output where absent. */
export interface OutputOption {
  readonly format: Format;
  /** As typed, relative to the current folder. */
  readonly file?: string;
}

/** `--rule id:severity`. */
export interface RuleOption {
  readonly id: string;
  readonly severity: Severity | 'off';
}

/** What is repaired: nothing; in the files; in memory only, to be shown. */
export type FixMode = 'none' | 'write' | 'dry-run';

export interface LintOptions {
  readonly command: 'lint';
  readonly fix: FixMode;
  /** Ids of rules whose first offer is taken as well. */
  readonly fixOffers: readonly string[];
  readonly profile?: Profile;
  readonly rules: readonly RuleOption[];
  /** Ids of the rules that alone are looked for; all where empty. */
  readonly only: readonly string[];
  readonly outputs: readonly OutputOption[];
  /** As typed, relative to the current folder. */
  readonly config?: string;
  readonly stdinFilename?: string;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  /** Leaves out what does not make the run fail. */
  readonly quiet: boolean;
  readonly baseline?: { readonly file: string; readonly update: boolean };
  /** Only what has changed in git: since the last commit, or since this one's common ancestor with HEAD. */
  readonly changed?: { readonly since: string | undefined };
  readonly watch: boolean;
  /** Threads to work in; as many as are worth it where absent. */
  readonly jobs?: number;
  /** Set where findings are kept from run to run; the file as typed, relative to the current folder. */
  readonly cache?: { readonly file: string | undefined };
  /** Files, folders and globs, as typed. */
  readonly paths: readonly string[];
}

export const lintTable: OptionTable = {
  fix: 'flag',
  'fix-offers': 'values',
  'fix-dry-run': 'flag',
  profile: 'value',
  rule: 'values',
  only: 'values',
  format: 'values',
  output: 'values',
  config: 'value',
  stdin: 'flag',
  'stdin-filename': 'value',
  'fail-on': 'value',
  'max-warnings': 'value',
  quiet: 'flag',
  baseline: 'value',
  'update-baseline': 'flag',
  changed: 'optional',
  watch: 'flag',
  jobs: 'value',
  cache: 'flag',
  'cache-location': 'value',
};

/** @throws UsageError */
export function readLintOptions(given: GivenOptions, paths: readonly string[]): LintOptions {
  const profile = given.oneOf('profile', profiles);
  const config = given.value('config');
  const stdinFilename = given.value('stdin-filename') ?? (given.has('stdin') ? 'Dockerfile' : undefined);
  const maxWarnings = countOf(given, 'max-warnings');
  const jobs = countOf(given, 'jobs');
  const baseline = baselineOf(given);
  const options: LintOptions = {
    command: 'lint',
    fix: fixModeOf(given),
    fixOffers: given.list('fix-offers'),
    ...(profile === undefined ? {} : { profile }),
    rules: given.list('rule').map(ruleOf),
    only: given.list('only'),
    outputs: outputsOf(given),
    ...(config === undefined ? {} : { config }),
    ...(stdinFilename === undefined ? {} : { stdinFilename }),
    // Who allows some warnings does not want to fail on the first.
    failOn:
      given.oneOf('fail-on', [...severities, 'never']) ?? ((maxWarnings ?? 0) === 0 ? 'warning' : 'error'),
    ...(maxWarnings === undefined ? {} : { maxWarnings }),
    quiet: given.has('quiet'),
    ...(baseline === undefined ? {} : { baseline }),
    ...(given.has('changed') ? { changed: { since: given.value('changed') } } : {}),
    watch: given.has('watch'),
    ...(jobs === undefined ? {} : { jobs }),
    ...cacheOf(given),
    paths,
  };
  checkTogether(options);
  return options;
}

function fixModeOf(given: GivenOptions): FixMode {
  if (given.has('fix-dry-run')) {
    if (given.has('fix')) throw new UsageError('--fix writes and --fix-dry-run does not: give one of them');
    return 'dry-run';
  }
  return given.has('fix') || given.has('fix-offers') ? 'write' : 'none';
}

function countOf(given: GivenOptions, name: 'max-warnings' | 'jobs'): number | undefined {
  const typed = given.value(name);
  if (typed === undefined) return undefined;
  if (!/^\d{1,9}$/.test(typed)) throw new UsageError(`--${name} is a number; not ${typed}`);
  return Number(typed);
}

/** Who says where the cache lies wants one. */
function cacheOf(given: GivenOptions): Pick<LintOptions, 'cache'> {
  const file = given.value('cache-location');
  return file === undefined && !given.has('cache') ? {} : { cache: { file } };
}

function baselineOf(given: GivenOptions): LintOptions['baseline'] {
  const file = given.value('baseline');
  const update = given.has('update-baseline');
  if (file !== undefined) return { file, update };
  if (update) throw new UsageError('--update-baseline needs --baseline FILE, which it writes');
  return undefined;
}

function ruleOf(typed: string): RuleOption {
  const [id = '', severity, ...rest] = typed.split(':');
  if (id === '' || severity === undefined || rest.length > 0)
    throw new UsageError(`--rule is id:severity; not ${typed}`);
  return { id, severity: chosenWord(`The severity of --rule ${id}`, severity, [...severities, 'off']) };
}

/** `--format F=FILE`, and `--output FILE` for the format before it. */
function outputsOf(given: GivenOptions): readonly OutputOption[] {
  const typed = given.values('format');
  const files = given.values('output');
  const outputs = (typed.length === 0 ? ['text'] : typed).map((word): OutputOption => {
    const at = word.indexOf('=');
    const format = chosenWord('--format', at === -1 ? word : word.slice(0, at), formats);
    if (at === word.length - 1) throw new UsageError(`--format ${word} needs the name of a file`);
    return at === -1 ? { format } : { format, file: word.slice(at + 1) };
  });
  const toScreen = outputs.filter(({ file }) => file === undefined);
  if (files.length > toScreen.length)
    throw new UsageError('--output names the file of one --format: there are more files than formats');
  let next = 0;
  const placed = outputs.map((output) => {
    const file = output.file ?? files[next++];
    return file === undefined ? { format: output.format } : { format: output.format, file };
  });
  if (placed.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError(
      'Only one format goes to standard output; give the others a file: --format sarif=FILE',
    );
  const names = placed.flatMap(({ file }) => (file === undefined ? [] : normalize(file)));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UsageError(`Two reports cannot go to one file: ${twice}`);
  return placed;
}

function checkTogether(options: LintOptions): void {
  const { stdinFilename, paths, changed, watch, fix, outputs, baseline, cache, jobs } = options;
  if (paths.includes('-'))
    throw new UsageError('To read standard input, name it: --stdin-filename Dockerfile');
  if (stdinFilename !== undefined) {
    if (paths.length > 0) throw new UsageError(`Standard input is read, so no path is: ${paths.join(' ')}`);
    const idle = watch
      ? 'watch'
      : changed !== undefined
        ? 'changed'
        : cache !== undefined
          ? 'cache'
          : undefined;
    if (idle !== undefined) throw new UsageError(`Standard input is read: --${idle} means nothing there`);
  }
  if (watch && baseline?.update === true)
    throw new UsageError('--watch and --update-baseline do not go together');
  if (jobs === 0) throw new UsageError('--jobs is the number of threads, at least 1');
  if (fix === 'none' && outputs.some(({ format }) => format === 'diff'))
    throw new UsageError('--format diff shows repairs: give --fix-dry-run or --fix');
}
