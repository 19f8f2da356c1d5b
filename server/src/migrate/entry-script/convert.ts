import { type Stage } from '../../dockerfile/model';
import { operands } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { parseShell } from '../../shell/parse';
import { MappedText } from '../../text/mapped';
import { isPlainCommand } from '../commands';
import { readWords } from '../start';

/** What a script does, without a shell. */
export interface Conversion {
  /** What it starts in the end. */
  readonly words: readonly string[];
  /** Variables that it exports, as ENV spells them: `NAME="value"`. */
  readonly environment: readonly string[];
  /** Absolute folders that it makes. */
  readonly folders: readonly string[];
  /** Whether it prints something. */
  readonly prints: boolean;
  /** Variables whose present values were put in. */
  readonly variables: readonly string[];
}

/** The part of a script that has to be done anew at each start, or that could not be understood. */
export interface NotConverted {
  /** From 1; absent for the whole script. */
  readonly line?: number;
  readonly text: string;
}

const printing = new Set(['echo', 'printf']);
const idle = new Set(['set', ':', 'true', 'shopt', ...printing]);

/**
 * Reads a script that ends by starting a program.
 * @param given the words that it is called with: those of CMD behind an ENTRYPOINT.
 */
export function convertScript(
  stage: Stage,
  workdir: string | undefined,
  text: string,
  given: readonly string[],
): Conversion | NotConverted {
  const script = parseShell(MappedText.verbatim(text, 0));
  const offence = (command: ShellCommand): NotConverted => ({
    line: text.slice(0, command.span.start).split('\n').length,
    text: text.slice(command.span.start, command.span.end),
  });
  const last = script.commands.at(-1);
  if (!script.complete || last === undefined) return { text };
  const environment: string[] = [];
  const folders: string[] = [];
  let prints = false;
  for (const command of script.commands.slice(0, -1)) {
    const { name, args, assignments, redirects } = command;
    if (
      !isPlainCommand(command) ||
      command.wrappers.length > 0 ||
      assignments.length > 0 ||
      redirects.length > 0
    )
      return offence(command);
    const values = args.map((word) => (word.literal ? word.value : undefined));
    if (idle.has(name)) prints ||= printing.has(name);
    else if (name === 'export') {
      const pairs = values.map((value) => /^([A-Za-z_]\w*)=([^"\\$`\n]*)$/.exec(value ?? ''));
      for (const pair of pairs) {
        if (pair === null) return offence(command);
        environment.push(`${pair[1] ?? ''}="${pair[2] ?? ''}"`);
      }
    } else if (name === 'cd') {
      if (args.length !== 1 || values[0] !== workdir) return offence(command);
    } else if (name === 'mkdir') {
      const paths = operands(command, ['-m', '--mode']);
      if (!paths.every(({ literal, value }) => literal && /^\/[\w./-]+$/.test(value)))
        return offence(command);
      folders.push(...paths.map(({ value }) => value.replace(/\/$/, '')));
    } else return offence(command);
  }
  const started = startOf(stage, text, last, given);
  return started === undefined ? offence(last) : { ...started, environment, folders, prints };
}

function startOf(
  stage: Stage,
  text: string,
  command: ShellCommand,
  given: readonly string[],
): Pick<Conversion, 'words' | 'variables'> | undefined {
  const { conditional, substituted, pipeline, wrappers, assignments, redirects, span } = command;
  if (conditional || substituted || pipeline !== undefined) return undefined;
  if (wrappers.some(({ name }) => name !== 'exec') || assignments.length + redirects.length > 0)
    return undefined;
  const written = text.slice(span.start, span.end).replace(/\\\r?\n/g, ' ');
  const match = /^(.*?)\s*"?\$\{?@\}?"?$/s.exec(written);
  const own = (match?.[1] ?? written).replace(/^exec\s*/, '');
  const read = own === '' ? { words: [], variables: [], left: [] } : readWords(stage, own);
  if (read === undefined) return undefined;
  const words = match === null ? read.words : [...read.words, ...given];
  return words.length === 0 ? undefined : { words, variables: [...read.variables, ...read.left] };
}
