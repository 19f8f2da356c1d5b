import { operands } from '../../shell/flags';
import { type ShellCommand, type ShellWord } from '../../shell/model';
import { type Span } from '../../text/span';

/** A call of uv. */
export interface UvCommand {
  readonly command: ShellCommand;
  /** The subcommand, for `pip` and `tool` together with the next word: `sync`, `pip install`. */
  readonly verb: string;
  /** The last word of the subcommand. */
  readonly verbWord: ShellWord;
  /** From the program to the subcommand where they stand together, else of the subcommand's last word. */
  readonly span: Span;
}

/** Flags that may stand before the subcommand and take the next word: https://docs.astral.sh/uv/reference/cli/ */
const valueFlags = [
  ...['--cache-dir', '--python-preference', '--python-fetch', '--color', '--directory', '--project'],
  ...['--config-file', '--allow-insecure-host'],
];

/** Subcommands that have subcommands of their own. */
const groups = new Set(['pip', 'tool', 'python', 'cache', 'self', 'auth']);

/** Reads a call of uv; absent where it is none, or where `uv` is not the program. */
export function uvCommand(command: ShellCommand): UvCommand | undefined {
  const { name, program, args } = command;
  if (name !== 'uv' || program === undefined) return undefined;
  const [first, second] = operands(command, valueFlags);
  if (first === undefined) return undefined;
  const inGroup = groups.has(first.value) && second !== undefined;
  const verbWord = inGroup ? second : first;
  const isFirst = args[0] === first && (!inGroup || args[1] === second);
  return {
    command,
    verb: inGroup ? `${first.value} ${second.value}` : first.value,
    verbWord,
    span: isFirst ? { start: program.span.start, end: verbWord.span.end } : verbWord.span,
  };
}
