import { type InstructionLine } from './instruction-line';
import { type Comment, type Directive } from './model';

/** A file taken apart into what BuildKit's parser reads from it, before any instruction is understood. */
export interface Lexed {
  readonly text: string;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly lines: readonly InstructionLine[];
  /** For each line the offset where reading went on after it. */
  readonly ends: readonly number[];
  /** How many versions ago all of it was read. */
  readonly age: number;
}

/** What has been read of a file up to some place. */
export interface Beginning {
  readonly escape: '\\' | '`';
  readonly directives: Directive[];
  readonly comments: Comment[];
  readonly lines: InstructionLine[];
  readonly ends: number[];
  /** Where reading goes on. */
  readonly at: number;
  readonly age: number;
}

/** A line keeps the text that it was read from; after so many versions all is read again, and old texts can go. */
const MAX_AGE = 32;

/**
 * What an earlier version has in common with `text` before they differ: the same lines at the same places. Reading goes
 * from the start to the end and what is read of a line depends on nothing behind it, unless the file ended there.
 */
export function sameBeginning(before: Lexed | undefined, text: string): Beginning {
  const common = before === undefined || before.age >= MAX_AGE ? 0 : commonLength(before.text, text);
  let count = 0;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  if (before !== undefined)
    for (const end of before.ends) {
      if (end > common || end >= before.text.length) break;
      at = end;
      count++;
    }
  if (before === undefined || count === 0)
    return { escape: '\\', directives: [], comments: [], lines: [], ends: [], at, age: 0 };
  return {
    escape: before.escape,
    directives: [...before.directives],
    comments: before.comments.filter(({ span }) => span.start < at),
    lines: before.lines.slice(0, count),
    ends: before.ends.slice(0, count),
    at,
    age: before.age + 1,
  };
}

function commonLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}
