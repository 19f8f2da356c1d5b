import { parseArgs } from 'node:util';
import { closest } from '../text/nearest';
import { UsageError } from './exit-codes';

/**
 * What an option wants behind it: nothing; a value; a value, and it may stand several times; a value or nothing, where the
 * value is joined by `=`.
 */
export type OptionKind = 'flag' | 'value' | 'values' | 'optional';

/** The options of one command, by their names without the dashes. */
export type OptionTable = Readonly<Record<string, OptionKind>>;

/** What every command understands. */
export const generalOptions: OptionTable = { help: 'flag', version: 'flag', explain: 'value' };

/** A command line taken apart, its options known to belong to its command. */
export interface Words {
  /** The first word that is no option. */
  readonly command: string | undefined;
  /** The words behind it. */
  readonly paths: readonly string[];
  readonly given: GivenOptions;
}

/** The options that were given. */
export class GivenOptions {
  readonly #values = new Map<string, string[]>();

  add(name: string, value: string | undefined): void {
    const values = this.#values.get(name) ?? [];
    this.#values.set(name, value === undefined ? values : [...values, value]);
  }

  /** All but some of them. */
  without(...names: readonly string[]): GivenOptions {
    const others = new GivenOptions();
    for (const [name, values] of this.#values) if (!names.includes(name)) others.#values.set(name, values);
    return others;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The value that counts where one was given several times: the last one. */
  value(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  values(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** The words of a list with commas, however often it was given. */
  list(name: string): readonly string[] {
    return this.values(name)
      .flatMap((value) => value.split(','))
      .map((word) => word.trim())
      .filter((word) => word !== '');
  }

  /** @throws UsageError where the value is none of the words. */
  oneOf<T extends string>(name: string, words: readonly T[]): T | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : chosenWord(`--${name}`, value, words);
  }
}

/** @throws UsageError with the nearest word where one is near. */
export function chosenWord<T extends string>(what: string, value: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(`${what} is ${words.join(', ')}; not ${value}${suggestion(closest(value, words))}`);
}

/** @throws UsageError for an option that is unknown, belongs to another command, or lacks its value. */
export function readWords(
  argv: readonly string[],
  tables: Readonly<Record<string, OptionTable | undefined>>,
): Words {
  const all: OptionTable = Object.assign({}, generalOptions, ...Object.values(tables)) as OptionTable;
  const tokens = tokensOf(argv, all);
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const [command, ...paths] = words;
  const own = command === undefined ? undefined : tables[command];
  const valid: OptionTable = own === undefined ? all : { ...generalOptions, ...own };
  const given = new GivenOptions();
  for (const token of tokens)
    if (token.kind === 'option') {
      checkOption(token, command, valid, all);
      given.add(token.name, token.value);
    }
  return { command, paths, given };
}

type Token =
  { readonly kind: 'positional'; readonly value: string } | ({ readonly kind: 'option' } & OptionToken);

function tokensOf(argv: readonly string[], options: OptionTable): readonly Token[] {
  // Words alone are what they are: nothing has to be loaded for them that takes options apart.
  if (!argv.some((word) => word.startsWith('-'))) return argv.map((value) => ({ kind: 'positional', value }));
  const kinds = Object.entries(options).map(([name, kind]) => [
    name,
    { type: kind === 'value' || kind === 'values' ? ('string' as const) : ('boolean' as const) },
  ]);
  const { tokens } = parseArgs({
    args: [...argv],
    options: {
      ...(Object.fromEntries(kinds) as Record<string, { type: 'string' | 'boolean' }>),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens.filter((token) => token.kind !== 'option-terminator');
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkOption(
  { name, rawName, value, inlineValue }: OptionToken,
  command: string | undefined,
  valid: OptionTable,
  all: OptionTable,
): void {
  const kind = Object.hasOwn(all, name) ? all[name] : undefined;
  if (kind === undefined)
    throw new UsageError(`Unknown option ${rawName}${suggestion(nearestOption(name, Object.keys(valid)))}`);
  if (!Object.hasOwn(valid, name)) throw new UsageError(`${command ?? ''} has no option ${rawName}`);
  if (kind === 'flag' && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  if (kind === 'optional' && value === '') throw new UsageError(`${rawName}= needs a value`);
  // `--profile --fix`: what looks like an option is taken for a value only where it is joined by `=`.
  const missing = value === undefined || value === '' || (value.startsWith('-') && inlineValue !== true);
  if ((kind === 'value' || kind === 'values') && missing) throw new UsageError(`${rawName} needs a value`);
}

function nearestOption(name: string, valid: readonly string[]): string | undefined {
  const near = closest(name, valid);
  return near === undefined ? undefined : `--${near}`;
}

/** `; did you mean …?`, or nothing. */
export function suggestion(word: string | undefined): string {
  return word === undefined ? '' : `; did you mean ${word}?`;
}
