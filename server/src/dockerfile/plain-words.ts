import { type MappedText } from '../text/mapped';
import { replace, type Edit } from '../text/edit';
import { type Span } from '../text/span';

/** A word that the shell hands on as it is. */
export interface PlainWord {
  /** Without its quotes. */
  readonly value: string;
  readonly span: Span;
}

/** Commands that only the shell itself has, and its reserved words: https://pubs.opengroup.org/onlinepubs/9799919799/ */
const ofTheShell = new Set([
  ...[
    '.',
    ':',
    'alias',
    'bg',
    'break',
    'cd',
    'command',
    'continue',
    'declare',
    'eval',
    'exec',
    'exit',
    'export',
  ],
  ...[
    'fg',
    'function',
    'getopts',
    'hash',
    'jobs',
    'let',
    'local',
    'read',
    'readonly',
    'return',
    'set',
    'shift',
  ],
  ...[
    'shopt',
    'source',
    'time',
    'times',
    'trap',
    'type',
    'typeset',
    'ulimit',
    'umask',
    'unalias',
    'unset',
    'wait',
  ],
  ...['if', 'for', 'while', 'until', 'case', 'select'],
]);

/** Letters that mean nothing to the shell, and whole quoted parts in which nothing is expanded. */
const wordForm = /(?:[\w@%+=:,./-]|'[^']*'|"[^"$`\\!]*")+/y;

/**
 * The words of a command that needs no shell: one program with words that hold no variable, operator, pattern, redirect
 * or escape. Absent where there is anything else.
 */
export function plainWords(text: MappedText): readonly PlainWord[] | undefined {
  const words: PlainWord[] = [];
  for (let at = 0; at < text.text.length;) {
    wordForm.lastIndex = at;
    const word = wordForm.exec(text.text)?.[0];
    if (word === undefined) return undefined;
    words.push({
      value: word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
      span: text.spanOf(at, at + word.length),
    });
    at += word.length;
    const blanks = /^[ \t]*/.exec(text.text.slice(at, at + 1000))?.[0].length ?? 0;
    if (blanks === 0 && at < text.text.length) return undefined;
    at += blanks;
  }
  const program = words[0]?.value ?? '=';
  return program === '' || program.includes('=') || ofTheShell.has(program) ? undefined : words;
}

/** Turns words into a JSON array where they stand, so that lines, continuations and comments between them stay. */
export function jsonArrayOf(words: readonly PlainWord[]): readonly Edit[] {
  return words.map(({ value, span }, index) => {
    const open = index === 0 ? '[' : '';
    const close = index === words.length - 1 ? ']' : ',';
    return replace(span, `${open}${JSON.stringify(value)}${close}`);
  });
}
