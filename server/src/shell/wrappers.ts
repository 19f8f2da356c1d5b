import { type ShellWord } from './model';
import { WRAPPERS, type WrapperForm } from './wrapper-forms';

/** What a wrapper leaves of the words that begin with its name. */
export interface Unwrapped {
  /** How many words are the wrapper's own, `NAME=value` words included. */
  readonly own: number;
  /** Positions of `NAME=value` words. */
  readonly assignments: readonly number[];
  /** Positions of the words that are a script to parse; empty where the command follows as words. */
  readonly script: readonly number[];
}

/** Takes one wrapper off `words` from `at` on; absent where there is none, or where it runs nothing that can be read. */
export function unwrap(words: readonly ShellWord[], at: number): Unwrapped | undefined {
  const form = WRAPPERS.get(programName(words[at]));
  if (form === undefined) return undefined;
  switch (form.script) {
    case 'shell':
      return unwrapShell(words, at);
    case 'account':
      return unwrapAccount(words, at, form);
    case 'words':
      return unwrapWords(words, at);
    default:
      return unwrapPlain(words, at, form);
  }
}

/** Last path part of a program's word, `''` where the word is absent or not literal. */
export function programName(word: ShellWord | undefined): string {
  if (word?.literal !== true) return '';
  return word.value.slice(word.value.lastIndexOf('/') + 1);
}

function unwrapPlain(words: readonly ShellWord[], at: number, form: WrapperForm): Unwrapped | undefined {
  const assignments: number[] = [];
  let next = at + 1;
  for (; next < words.length; next++) {
    const value = words[next]?.value ?? '';
    if (value === '--') {
      next++;
      break;
    }
    if (form.assigns === true && /^[A-Za-z_]\w*=/.test(value)) assignments.push(next);
    else if (!value.startsWith('-')) break;
    else if (form.notWith?.includes(value) === true) return undefined;
    else if (takesNext(value, form.valueFlags)) next++;
  }
  next += form.operands ?? 0;
  while (form.assigns === true && /^[A-Za-z_]\w*=/.test(words[next]?.value ?? '')) assignments.push(next++);
  return next < words.length ? { own: next - at, assignments, script: [] } : undefined;
}

function takesNext(flag: string, valueFlags: readonly string[] | undefined): boolean {
  if (valueFlags === undefined) return false;
  if (valueFlags.includes(flag)) return true;
  return /^-[A-Za-z]{2,}$/.test(flag) && endsInValueFlag(flag, valueFlags);
}

/** `-Hu` ends in a flag that wants a value; in `-uroot` the value is attached already. */
function endsInValueFlag(cluster: string, valueFlags: readonly string[]): boolean {
  for (let i = 1; i < cluster.length; i++)
    if (valueFlags.includes(`-${cluster.charAt(i)}`)) return i === cluster.length - 1;
  return false;
}

function unwrapShell(words: readonly ShellWord[], at: number): Unwrapped | undefined {
  let command = false;
  for (let next = at + 1; next < words.length; next++) {
    const value = words[next]?.value ?? '';
    if (value === '--rcfile' || value === '--init-file') next++;
    else if (/^[-+][A-Za-z]+$/.test(value)) {
      if (value.startsWith('-') && value.includes('c')) command = true;
      next += value.split(/[oO]/).length - 1;
    } else if (!/^--?/.test(value)) {
      return command ? { own: next - at, assignments: [], script: [next] } : undefined;
    } else if (value === '--' && !command) return undefined;
  }
  return undefined;
}

function unwrapAccount(words: readonly ShellWord[], at: number, form: WrapperForm): Unwrapped | undefined {
  let script: number | undefined;
  let user = false;
  for (let next = at + 1; next < words.length; next++) {
    const value = words[next]?.value ?? '';
    if (value === '--') return user ? { own: next + 1 - at, assignments: [], script: [] } : undefined;
    if (value === '-c' || value === '--command' || /^-[lmp]+c$/.test(value)) script = ++next;
    else if (value === '-u' || value === '--user') {
      user = true;
      next++;
    } else if (takesNext(value, form.valueFlags)) next++;
    else if (user && !value.startsWith('-')) return { own: next - at, assignments: [], script: [] };
  }
  if (script === undefined || script >= words.length) return undefined;
  return { own: words.length - at, assignments: [], script: [script] };
}

function unwrapWords(words: readonly ShellWord[], at: number): Unwrapped | undefined {
  const rest = words.slice(at + 1);
  if (rest.length === 0 || !rest.every((word) => word.literal)) return undefined;
  return { own: 1, assignments: [], script: rest.map((_, index) => at + 1 + index) };
}
