import { factOf } from '../../../dockerfile/model-map';
import { type ShellCommand, type ShellScript, type ShellWord } from '../../../shell/model';
import { contains, type Span } from '../../../text/span';
import { withoutVersion } from '../../../text/without-version';

/** Code that comes from the network and is run at once. */
export interface PipedCode {
  readonly download: ShellCommand;
  /** The word of the program that runs it. */
  readonly interpreter: ShellWord;
}

/** Programs that fetch what they are given the address of. */
export const downloaders: ReadonlySet<string> = new Set(['curl', 'wget', 'fetch', 'aria2c']);

/** Flags with which an interpreter gets its code elsewhere than from standard input. */
const shells = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh', 'fish']);
const languages = new Set(['perl', 'ruby', 'node', 'nodejs', 'php', 'pwsh', 'lua']);

/** Every place of the script where what curl or wget fetch goes straight into an interpreter. */
export const pipedCode = factOf(({ commands }: ShellScript): readonly PipedCode[] => {
  const downloads = commands.filter(({ name }) => downloaders.has(name));
  if (downloads.length === 0) return [];
  return commands.flatMap((command): readonly PipedCode[] => {
    if (command.program === undefined) return [];
    const download = readsInput(command) ? feeding(command, downloads) : undefined;
    const found = download ?? substituted(command, downloads);
    return found === undefined ? [] : [{ download: found, interpreter: command.program }];
  });
});

function isInterpreter({ name }: ShellCommand): boolean {
  return shells.has(name) || languages.has(name) || withoutVersion(name) === 'python';
}

/** The download that stands before the command in its pipeline. */
function feeding(command: ShellCommand, downloads: readonly ShellCommand[]): ShellCommand | undefined {
  const { pipeline } = command;
  if (pipeline === undefined) return undefined;
  return downloads.find(
    (each) => each.pipeline === pipeline && !each.substituted && each.span.start < command.span.start,
  );
}

/** Whether an interpreter takes its code from standard input: it is given neither a file nor the code itself. */
function readsInput(command: ShellCommand): boolean {
  if (!isInterpreter(command)) return false;
  const isShell = shells.has(command.name);
  for (const { value } of command.args) {
    if (value === '-' || value === '--' || value === '/dev/stdin' || (isShell && value === '-s')) return true;
    if (!value.startsWith('-')) return false;
    if (isShell ? /^-[a-z]*c/.test(value) : /^-(?:[a-zA-Z]*[cemnrpE]|-\w+)/.test(value)) return false;
  }
  return true;
}

/** `bash <(curl …)`, `sh -c "$(curl …)"`, `eval "$(curl …)"`, `bash <<< "$(curl …)"`. */
function substituted(command: ShellCommand, downloads: readonly ShellCommand[]): ShellCommand | undefined {
  const code = codeWord(command);
  return code && downloads.find((each) => each.substituted && contains(code, each.span));
}

/** The word that holds the code, or names what holds it. */
function codeWord(command: ShellCommand): Span | undefined {
  const { name, args } = command;
  if (name === 'eval' || name === 'source' || name === '.') return args[0] && spanOf(args);
  if (!isInterpreter(command)) return undefined;
  const first = args.findIndex(({ value }) => !value.startsWith('-'));
  const word = args[first];
  const isCode = args.slice(0, Math.max(0, first)).some(({ value }) => /^-[a-z]*[cer]$/.test(value));
  if (word !== undefined && (isCode ? /^"?[$`]/ : /^<\(/).test(word.raw)) return word.span;
  return command.redirects.find(({ operator }) => operator === '<<<' || operator === '<')?.span;
}

function spanOf(words: readonly ShellWord[]): Span {
  return { start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 };
}
