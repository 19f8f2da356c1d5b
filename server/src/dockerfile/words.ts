import { type MappedText } from '../text/mapped';
import { skipBlanks } from './blanks';
import { endOfWord } from './logical-line';
import { type Argument } from './model';

/** A stretch of a text, counted in that text and not in the document. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The text's words: split at blanks outside quotes, as BuildKit's `parseWords` does. */
export function wordsOf(text: string, escape: string): readonly Stretch[] {
  const words: Stretch[] = [];
  for (let at = skipBlanks(text, 0); at < text.length;) {
    const end = endOfWord(text, at, escape);
    words.push({ start: at, end });
    at = skipBlanks(text, end);
  }
  return words;
}

export function argumentsOf(body: MappedText, escape: string): readonly Argument[] {
  return wordsOf(body.text, escape).map(({ start, end }) => argumentAt(body, start, end));
}

export function argumentAt(text: MappedText, start: number, end: number): Argument {
  return { text: text.text.slice(start, end), span: text.spanOf(start, end) };
}
