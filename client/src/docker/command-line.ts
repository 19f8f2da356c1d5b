import { quote } from './quote';
import { type Shell } from './shell';

/** One step of what a command does. */
export type Step =
  | { readonly words: readonly string[]; readonly always?: true }
  /** Makes a folder below the present one, unless it is there. */
  | { readonly makeFolder: string }
  /** A line for sh and its like alone, in which everything is quoted already. */
  | { readonly posix: string };

/** A step that runs even if one before it failed. */
export function always(words: readonly string[]): Step {
  return { words, always: true };
}

/** Each step as a line of its own; undefined where one cannot be said in this shell. */
export function linesOf(steps: readonly Step[], shell: Shell): readonly string[] | undefined {
  const lines = steps.map((step) => lineOf(step, shell));
  return lines.every((line) => line !== undefined) ? lines : undefined;
}

/** All steps on one line, each only if those before it succeeded; undefined where one cannot be said in this shell. */
export function oneLine(steps: readonly Step[], shell: Shell): string | undefined {
  const lines = linesOf(steps, shell);
  if (lines === undefined) return undefined;
  const isAlways = (at: number): boolean => steps[at] !== undefined && 'always' in steps[at];
  const first = lines.filter((_, at) => !isAlways(at));
  const last = lines.filter((_, at) => isAlways(at));
  const chain = shell === 'powershell' ? nested(first) : first.join(' && ');
  return [chain, ...last].join(shell === 'cmd' ? ' & ' : '; ');
}

/** Windows PowerShell has no `&&`. */
function nested([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first}; if ($?) { ${nested(others)} }`;
}

function lineOf(step: Step, shell: Shell): string | undefined {
  if ('makeFolder' in step) return makeFolder(step.makeFolder, shell);
  if ('posix' in step) return shell === 'posix' ? step.posix : undefined;
  const words = step.words.map((word) => quote(word, shell));
  return words.every((word) => word !== undefined) ? words.join(' ') : undefined;
}

function makeFolder(name: string, shell: Shell): string | undefined {
  const word = quote(name, shell);
  if (word === undefined) return undefined;
  if (shell === 'cmd') return `(if not exist ${word} mkdir ${word})`;
  return shell === 'powershell'
    ? `New-Item -ItemType Directory -Force ${word} | Out-Null`
    : `mkdir -p ${word}`;
}
