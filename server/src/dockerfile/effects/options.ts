import { type ShellWord } from '../../shell/model';

/** What a command's words are, once it is known which of its flags take a value. */
export interface Operands {
  readonly operands: readonly ShellWord[];
  /** The value of the last flag by one of these names; `undefined` where it has none. */
  readonly value: (...names: string[]) => ShellWord | string | undefined;
  readonly has: (name: string) => boolean;
}

/** Flags that take a value: letters for `-u 5` and `-u5`, names for `--uid 5` and `--uid=5`. */
export interface ValueFlags {
  readonly short: string;
  readonly long: readonly string[];
}

/** Takes flags and their values out, clusters (`-ms /bin/sh`) included. */
export function readOperands(words: readonly ShellWord[], { short, long }: ValueFlags): Operands {
  const operands: ShellWord[] = [];
  const flags = new Map<string, ShellWord | string | undefined>();
  let onlyOperands = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const { value } = word;
    if (onlyOperands || !value.startsWith('-') || value === '-') operands.push(word);
    else if (value === '--') onlyOperands = true;
    else if (value.startsWith('--')) {
      const equals = value.indexOf('=');
      const name = equals < 0 ? value : value.slice(0, equals);
      if (equals >= 0) flags.set(name, value.slice(equals + 1));
      else flags.set(name, long.includes(name) ? words[++at] : undefined);
    } else {
      const letters = Array.from(value.slice(1));
      const takes = letters.findIndex((letter) => short.includes(letter));
      for (const letter of takes < 0 ? letters : letters.slice(0, takes)) flags.set(`-${letter}`, undefined);
      if (takes < 0) continue;
      const attached = value.slice(takes + 2);
      flags.set(`-${value.charAt(takes + 1)}`, attached === '' ? words[++at] : attached);
    }
  }
  return {
    operands,
    value: (...names) => names.map((name) => flags.get(name)).find((found) => found !== undefined),
    has: (name) => flags.has(name),
  };
}
