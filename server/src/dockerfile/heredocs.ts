import { MappedText, type Piece } from '../text/mapped';
import { wordsOf } from './words';
import { lineFrom } from './lines';
import { type Heredoc } from './model';
import { unquote } from './quotes';

/** `<<NAME` in an instruction's head. */
export interface HeredocOpening {
  readonly name: string;
  readonly expands: boolean;
  readonly stripsTabs: boolean;
  /** Of the word, in the head's text. */
  readonly start: number;
  readonly end: number;
}

const WORD = /^\d*<<(-?)([^<]+)$/;
/** BuildKit looks for heredocs with a backslash as escape, whatever `# escape=` says. */
const ESCAPE = '\\';

/**
 * The heredocs that a head opens: words of their own, `cat<<EOF` is none. None at all where a quote stays open, as
 * BuildKit then finds no words.
 * @see https://docs.docker.com/reference/dockerfile/#here-documents
 */
export function heredocOpenings(head: string): readonly HeredocOpening[] {
  if (!head.includes('<<')) return [];
  const words = wordsOf(head, ESCAPE);
  const last = words.at(-1);
  if (last === undefined || isOpen(head.slice(last.start, last.end))) return [];
  return words.flatMap(({ start, end }) => {
    const form = WORD.exec(head.slice(start, end));
    if (form === null) return [];
    const written = form[2] ?? '';
    const name = unquote(written, ESCAPE);
    if (name === '') return [];
    return [{ name, expands: quotes(name) === quotes(written), stripsTabs: form[1] === '-', start, end }];
  });
}

/** Reads the bodies that follow a head, whose next line starts at `at`. */
export function readHeredocs(
  text: string,
  head: MappedText,
  openings: readonly HeredocOpening[],
  at: number,
): { readonly heredocs: readonly Heredoc[]; readonly next: number } {
  const heredocs: Heredoc[] = [];
  let next = at;
  for (const { name, expands, stripsTabs, start, end } of openings) {
    const lines = [];
    const bodyStart = next;
    let bodyEnd = next;
    let closed = false;
    while (next < text.length) {
      const line = lineFrom(text, next);
      next = line.next;
      const content = stripsTabs ? skipTabs(text, line.start, line.end) : line.start;
      if (line.end - content === name.length && text.startsWith(name, content)) {
        closed = true;
        break;
      }
      lines.push({ ...line, start: content });
      bodyEnd = next;
    }
    const body = joinLines(text, lines, bodyStart);
    const bodySpan = { start: bodyStart, end: bodyEnd };
    heredocs.push({ name, expands, stripsTabs, openSpan: head.spanOf(start, end), body, bodySpan, closed });
  }
  return { heredocs, next };
}

interface BodyLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The lines as their reader sees them: each ends in `\n`, whatever line end the document has. */
export function joinLines(text: string, lines: readonly BodyLine[], bodyStart: number): MappedText {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  let expected = -1;
  const add = (start: number, end: number): void => {
    if (end <= start) return;
    if (start !== expected) pieces.push({ at: length, start });
    parts.push(text.slice(start, end));
    length += end - start;
    expected = end;
  };
  for (const { start, end, next } of lines) {
    add(start, end);
    if (text[next - 1] === '\n') add(next - 1, next);
  }
  return new MappedText(parts.join(''), pieces.length > 0 ? pieces : [{ at: 0, start: bodyStart }]);
}

function skipTabs(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] === '\t') at++;
  return at;
}

function quotes(text: string): number {
  return text.split(/['"]/).length;
}

/** Whether a quote of the last word is never closed. */
function isOpen(word: string): boolean {
  let quote = '';
  for (let at = 0; at < word.length; at++) {
    const character = word.charAt(at);
    if (character === ESCAPE && quote !== "'") at++;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
  }
  return quote !== '';
}
