import { MappedText, type Piece } from '../text/mapped';
import { findBlank, isBlank, skipBlanks, trimEnd } from './blanks';
import { lineFrom } from './lines';

/** An instruction's text with its continuations joined, and where the lines end that it took. */
export interface LogicalLine {
  readonly text: MappedText;
  /** Where the line after it starts. */
  readonly next: number;
}

/**
 * Joins the line whose first character that is no blank stands at `start` with those that continue it. Comment lines
 * and empty lines in between are left out; `onComment` is told of each comment by its `#` and its end.
 */
export function readLogicalLine(
  text: string,
  start: number,
  escape: string,
  onComment: (start: number, end: number) => void,
): LogicalLine {
  const pieces: Piece[] = [];
  let joined = '';
  let line = lineFrom(text, start);
  for (let first = true; ; first = false) {
    const content = skipBlanks(text, line.start, line.end);
    if (!first && text[content] === '#' && content < line.end) {
      onComment(content, trimEnd(text, content, line.end));
    } else if (first || content < line.end) {
      const continuation = continuationAt(text, line.start, line.end, escape);
      const end = continuation ?? line.end;
      if (end > line.start) {
        pieces.push({ at: joined.length, start: line.start });
        joined += text.slice(line.start, end);
      }
      if (continuation === undefined) break;
    }
    if (line.next >= text.length) break;
    line = lineFrom(text, line.next);
  }
  const mapped = new MappedText(joined, pieces);
  const end = trimEnd(joined, 0);
  return { text: end === joined.length ? mapped : mapped.slice(0, end), next: line.next };
}

/**
 * Where the escape character stands that continues the line: the last one but for blanks, and not after another.
 * Absent where the line ends the instruction.
 */
function continuationAt(text: string, start: number, end: number, escape: string): number | undefined {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  if (at === start || text[at - 1] !== escape) return undefined;
  return at - 2 >= start && text[at - 2] === escape ? undefined : at - 1;
}

/** The text without blanks at its ends. */
export function trimmed(text: MappedText, from = 0): MappedText {
  const start = skipBlanks(text.text, from);
  const end = trimEnd(text.text, start);
  return start === 0 && end === text.text.length ? text : text.slice(start, end);
}

/** The first word, and all after it, trimmed. */
export function splitKeyword(head: MappedText): readonly [string, MappedText] {
  const end = findBlank(head.text, 0);
  return [head.text.slice(0, end), trimmed(head, end)];
}

/** Where the word that starts at `start` ends: quotes and escapes hold blanks inside it. */
export function endOfWord(text: string, start: number, escape: string): number {
  let quote = '';
  let at = start;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === escape && quote !== "'") at++;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (isBlank(text.charCodeAt(at))) break;
  }
  return Math.min(at, text.length);
}
