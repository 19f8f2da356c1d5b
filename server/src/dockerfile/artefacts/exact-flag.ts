import { type ShellCommand, type ShellWord } from '../../shell/model';

/**
 * The value of a flag for programs that have long names with one dash, where `-flto` is no cluster of letters: the word
 * after `-o`, or what follows `--output=`. Absent where the command does not have it.
 */
export function exactFlag({ args }: ShellCommand, ...names: readonly string[]): ShellWord | undefined {
  for (const [at, word] of args.entries()) {
    if (names.includes(word.value)) return args[at + 1];
    const name = names.find((each) => each.startsWith('--') && word.value.startsWith(`${each}=`));
    if (name !== undefined) return { ...word, value: word.value.slice(name.length + 1) };
  }
  return undefined;
}
