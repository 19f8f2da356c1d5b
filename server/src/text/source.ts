import { Mentions } from './mentions';
import { type Span } from './span';

/** A place in a document as editors count it: zero-based line, zero-based UTF-16 code unit in the line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a document as editors count it, end exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The text of one version of a document, with its lines. `\n`, `\r\n` and a lone `\r` end a line. */
export class Source {
  readonly #lineStarts: readonly number[];
  #mentions: Mentions | undefined;

  constructor(readonly text: string) {
    this.#lineStarts = lineStarts(text);
  }

  /** The line ending that new lines are written with: the document's first one, `\n` where it has none. */
  get eol(): '\n' | '\r\n' {
    const end = (this.#lineStarts[1] ?? 0) - 1;
    return end > 0 && this.text[end] === '\n' && this.text[end - 1] === '\r' ? '\r\n' : '\n';
  }

  /** Whether the text has one of the words, which are given in lower case, in any case. */
  mentions(words: readonly string[]): boolean {
    const known = (this.#mentions ??= new Mentions(this.text));
    return words.some((word) => known.has(word));
  }

  /** How many lines there are; an empty document has one. */
  get lineCount(): number {
    return this.#lineStarts.length;
  }

  slice(target: Span): string {
    return this.text.slice(target.start, target.end);
  }

  /** The zero-based line that holds `offset`; offsets outside the document are clamped to it. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The line without its line ending. A line that does not exist is an empty span at the end. */
  lineSpan(line: number): Span {
    const whole = this.fullLineSpan(line);
    let end = whole.end;
    if (end > whole.start && this.text[end - 1] === '\n') end--;
    if (end > whole.start && this.text[end - 1] === '\r') end--;
    return { start: whole.start, end };
  }

  /**
   * The line together with its line ending, so that deleting it leaves no empty line behind. A byte order mark belongs to
   * no line: what is written at the start of the first one comes after it.
   */
  fullLineSpan(line: number): Span {
    const mark = line === 0 && this.text.startsWith('\uFEFF') ? 1 : 0;
    const start = mark + (this.#lineStarts[line] ?? this.text.length);
    return { start, end: this.#lineStarts[line + 1] ?? this.text.length };
  }

  /** The blanks and tabs that the line begins with. */
  indentAt(line: number): string {
    return /^[ \t]*/.exec(this.slice(this.lineSpan(line)))?.[0] ?? '';
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - (this.#lineStarts[line] ?? 0) };
  }

  /** The offset of a position; a character past the end of its line is clamped to that end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const line = this.lineSpan(position.line);
    return Math.min(
      (this.#lineStarts[position.line] ?? line.end) + Math.max(0, position.character),
      line.end,
    );
  }

  rangeOf(target: Span): Range {
    return { start: this.positionAt(target.start), end: this.positionAt(target.end) };
  }

  spanOf(range: Range): Span {
    return { start: this.offsetAt(range.start), end: this.offsetAt(range.end) };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
