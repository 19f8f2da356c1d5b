import { type Span } from '../text/span';
import { type ShellCommand, type ShellWord } from './model';

/**
 * How these aids read flags: `--name`, `--name=value`, `--name value`, `-n`, `-nvalue`, `-n value`, and `-n` among other
 * letters (`-qn`). Names are given with their dashes. Words after `--` are no flags. They do not serve programs that
 * write long names with one dash (find, java, go).
 */
export interface FlagUse {
  /** The name that was asked for. */
  readonly name: string;
  /** The word that holds the flag, perhaps with other letters and its value. */
  readonly word: ShellWord;
  /** Of the flag together with its value. */
  readonly span: Span;
}

/** A flag with its value. */
export interface FlagValue extends FlagUse {
  /** Quotes removed. */
  readonly value: string;
  /** True where the shell changes nothing in the value. */
  readonly literal: boolean;
  /** The word that holds the value: the flag's own, or the one after it. */
  readonly valueWord: ShellWord;
  /** Of the value alone, its quotes included. */
  readonly valueSpan: Span;
}

/** Whether the command has one of the flags. */
export function hasFlag(command: ShellCommand, ...names: readonly string[]): boolean {
  return flagUse(command, ...names) !== undefined;
}

/** The first of the flags that the command has; a flag with a separate value is found without that value. */
export function flagUse(command: ShellCommand, ...names: readonly string[]): FlagUse | undefined {
  for (const word of command.args) {
    if (!isFlag(word)) continue;
    if (word.value === '--') break;
    for (const name of names) if (holds(word, name)) return { name, word, span: word.span };
  }
  return undefined;
}

/** Of the whole word of the first of the flags. */
export function flagSpan(command: ShellCommand, ...names: readonly string[]): Span | undefined {
  return flagUse(command, ...names)?.span;
}

/** The first value that one of the flags is given. All names must be of flags that take a value. */
export function flagValue(command: ShellCommand, ...names: readonly string[]): FlagValue | undefined {
  return flagValues(command, ...names)[0];
}

/** Every value that the flags are given, in order. */
export function flagValues(command: ShellCommand, ...names: readonly string[]): readonly FlagValue[] {
  const found: FlagValue[] = [];
  const { args } = command;
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    if (word === undefined || word.value === '--') break;
    for (const name of names) {
      const attached = attachedAt(word, name);
      if (attached === undefined) continue;
      if (attached < word.value.length) {
        found.push(attachedValue(name, word, attached));
        break;
      }
      const next = args[at + 1];
      if (next === undefined || word.value.endsWith('=')) break;
      found.push({
        name,
        word,
        span: { start: word.span.start, end: next.span.end },
        value: next.value,
        literal: next.literal,
        valueWord: next,
        valueSpan: next.span,
      });
      at++;
      break;
    }
  }
  return found;
}

/**
 * The words that are neither flags nor the values of flags.
 * @param valueFlags the flags that take a value, each in all its spellings: `['-t', '--target-release']`
 */
export function operands(command: ShellCommand, valueFlags: readonly string[] = []): readonly ShellWord[] {
  const found: ShellWord[] = [];
  const { args } = command;
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    if (word === undefined) break;
    if (word.value === '--') return [...found, ...args.slice(at + 1)];
    if (!isFlag(word)) found.push(word);
    else if (awaitsValue(word, valueFlags)) at++;
  }
  return found;
}

/** The first operand: `install` in `apt-get -q install curl`. */
export function subcommand(command: ShellCommand, valueFlags: readonly string[] = []): ShellWord | undefined {
  return operands(command, valueFlags)[0];
}

function isFlag({ value }: ShellWord): boolean {
  return value.length > 1 && value.startsWith('-');
}

function isLong(name: string): boolean {
  return name.startsWith('--') || name.length > 2;
}

function holds(word: ShellWord, name: string): boolean {
  const { value } = word;
  if (isLong(name)) return value === name || value.startsWith(`${name}=`);
  return value === name || (value.includes(name.charAt(1)) && /^-[A-Za-z\d]+$/.test(value));
}

/**
 * Where in the word's value the flag's own value begins; its length where the value is the next word; absent where the
 * word does not hold the flag. Letters before a short flag must be flags without values.
 */
function attachedAt(word: ShellWord, name: string): number | undefined {
  const { value } = word;
  if (isLong(name)) {
    if (value === name) return name.length;
    return value.startsWith(`${name}=`) ? name.length + 1 : undefined;
  }
  if (value.startsWith(name)) return value.charAt(2) === '=' ? 3 : 2;
  const cluster = value.indexOf(name.charAt(1));
  const isLast = cluster === value.length - 1 && cluster > 0;
  return isLast && /^-[A-Za-z]+$/.test(value) ? value.length : undefined;
}

/** Whether the word is one of the flags, or letters that end in one, so that the next word is its value. */
function awaitsValue({ value }: ShellWord, names: readonly string[]): boolean {
  if (names.includes(value)) return true;
  const last = value.charAt(value.length - 1);
  return value.indexOf(last) === value.length - 1 && names.includes(`-${last}`) && /^-[A-Za-z]+$/.test(value);
}

function attachedValue(name: string, word: ShellWord, at: number): FlagValue {
  // Quotes may stand around the value (`--index-url="…"`) or the whole word; only then do raw and value differ before it.
  const isPlain =
    word.raw.startsWith(word.value.slice(0, at)) && word.span.end - word.span.start === word.raw.length;
  const start = isPlain ? word.span.start + at : word.span.start;
  return {
    name,
    word,
    span: word.span,
    value: word.value.slice(at),
    literal: word.literal,
    valueWord: word,
    valueSpan: { start, end: word.span.end },
  };
}
