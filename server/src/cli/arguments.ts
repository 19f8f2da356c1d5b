import { parseArgs } from 'node:util';
import { type Severity } from '../rules/rule';
import { profiles } from '../service/profiles';
import { type Profile } from '../service/settings';
import { closest } from '../text/nearest';
import { UsageError } from './exit-codes';

export type Format = 'text' | 'json';

export interface LintOptions {
  readonly command: 'lint';
  readonly fix: boolean;
  readonly profile?: Profile;
  readonly format: Format;
  /** As typed, relative to the current folder. */
  readonly config?: string;
  readonly stdinFilename?: string;
  readonly failOn: Severity;
  /** Files, folders and globs, as typed. */
  readonly paths: readonly string[];
}

export interface RulesOptions {
  readonly command: 'rules';
  readonly format: Format;
}

export type Command =
  LintOptions | RulesOptions | { readonly command: 'help' } | { readonly command: 'version' };

const formats: readonly Format[] = ['text', 'json'];

/** Most severe first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  fix: { type: 'boolean' },
  profile: { type: 'string' },
  format: { type: 'string' },
  config: { type: 'string' },
  'stdin-filename': { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

const general = ['help', 'version'];
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  lint: [...general, 'fix', 'profile', 'format', 'config', 'stdin-filename', 'fail-on'],
  rules: [...general, 'format'],
};

/** @throws UsageError with the nearest valid word where one is near. */
export function parseArguments(argv: readonly string[]): Command {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const given = new Map<string, string | undefined>();
  const [command, ...paths] = words;
  for (const token of tokens)
    if (token.kind === 'option') {
      checkOption(token, command);
      given.set(token.name, token.value);
    }
  if (given.has('help') || command === 'help') return { command: 'help' };
  if (given.has('version')) return { command: 'version' };

  const format = chosen('format', given, formats) ?? 'text';
  if (command === 'lint') return lintOptions(given, format, paths);
  if (command === 'rules') {
    if (paths.length > 0) throw new UsageError(`rules takes no path: ${paths.join(' ')}`);
    return { command, format };
  }
  if (command === undefined) throw new UsageError('A command is missing: lint or rules');
  throw new UsageError(`Unknown command ${command}${suggestion(closest(command, Object.keys(optionsOf)))}`);
}

function lintOptions(
  given: ReadonlyMap<string, string | undefined>,
  format: Format,
  paths: readonly string[],
): LintOptions {
  const profile = chosen('profile', given, profiles);
  const config = given.get('config');
  const stdinFilename = given.get('stdin-filename');
  if (stdinFilename !== undefined && paths.length > 0)
    throw new UsageError(`--stdin-filename reads standard input and takes no path: ${paths.join(' ')}`);
  if (paths.includes('-'))
    throw new UsageError('To read standard input, name it: --stdin-filename Dockerfile');
  return {
    command: 'lint',
    fix: given.has('fix'),
    ...(profile === undefined ? {} : { profile }),
    format,
    ...(config === undefined ? {} : { config }),
    ...(stdinFilename === undefined ? {} : { stdinFilename }),
    failOn: chosen('fail-on', given, severities) ?? 'warning',
    paths,
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkOption({ name, rawName, value, inlineValue }: OptionToken, command: string | undefined): void {
  const valid = (command === undefined ? undefined : optionsOf[command]) ?? Object.keys(options);
  if (!Object.hasOwn(options, name))
    throw new UsageError(`Unknown option ${rawName}${suggestion(nearestOption(name, valid))}`);
  if (!valid.includes(name)) throw new UsageError(`${command ?? ''} has no option ${rawName}`);
  const { type } = options[name as keyof typeof options];
  if (type === 'boolean' && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  // `--profile --fix`: what looks like an option is taken for a value only where it is joined by `=`.
  if (
    type === 'string' &&
    (value === undefined || value === '' || (value.startsWith('-') && inlineValue !== true))
  )
    throw new UsageError(`${rawName} needs a value`);
}

function nearestOption(name: string, valid: readonly string[]): string | undefined {
  const near = closest(name, valid);
  return near === undefined ? undefined : `--${near}`;
}

function chosen<T extends string>(
  name: string,
  given: ReadonlyMap<string, string | undefined>,
  words: readonly T[],
): T | undefined {
  const value = given.get(name);
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} is ${words.join(', ')}; not ${value}${suggestion(closest(value, words))}`);
}

function suggestion(word: string | undefined): string {
  return word === undefined ? '' : `; did you mean ${word}?`;
}
