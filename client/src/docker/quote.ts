import { type Shell } from './shell';

/** Control characters would end a line or drive the terminal; separators of lines count as such in some programs. */
const control = /[\p{Cc}\u2028\u2029]/u;

/** Words that mean themselves in a shell: nothing to expand, to split, or to be taken for something else. */
const plain: Readonly<Record<Shell, RegExp>> = {
  posix: /^[A-Za-z0-9/._-][A-Za-z0-9/._:@+=,-]*$/,
  fish: /^[A-Za-z0-9/._-][A-Za-z0-9/._:@+=,-]*$/,
  // It takes `-a.b` and `-a:b` apart, makes a list of `a,b`, and reads `1kb` as a number.
  powershell: /^(?:-{0,2}[A-Za-z][A-Za-z0-9-]*|[A-Za-z/][A-Za-z0-9/._:-]*)$/,
  cmd: /^[A-Za-z0-9/._-][A-Za-z0-9/._:@+-]*$/,
};

/**
 * A word as a shell's line has to spell it so that the program gets exactly this word.
 * @returns undefined where the shell has no certain way to say it: control characters, and what cmd.exe and PowerShell hand on
 * changed.
 */
export function quote(word: string, shell: Shell): string | undefined {
  if (control.test(word)) return undefined;
  return plain[shell].test(word) ? word : quoted[shell](word);
}

const quoted: Readonly<Record<Shell, (word: string) => string | undefined>> = {
  posix: (word) => `'${word.replaceAll("'", "'\\''")}'`,
  fish: (word) => `'${word.replace(/[\\']/g, '\\$&')}'`,
  // Typographic quotes end a text of PowerShell as well. A " gets lost on the way to the program before version 7.3.
  powershell: (word) =>
    word.includes('"') || (word.endsWith('\\') && /\s/.test(word)) || word === ''
      ? undefined
      : `'${word.replace(/['\u2018-\u201b]/g, '$&$&')}'`,
  // %NAME% and, where it is switched on, !NAME! are filled in between quotes too.
  cmd: (word) => (/["%!]/.test(word) ? undefined : `"${word.replace(/\\+$/, '$&$&')}"`),
};
