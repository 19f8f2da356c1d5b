import { type Span } from './span';

/**
 * Text that stands in a document in pieces: a RUN whose continuations and comment lines are taken out, the body of a
 * heredoc whose leading tabs are stripped, a folded YAML scalar. `text` is what its reader sees; every offset in it
 * leads back to the document.
 */
export class MappedText {
  /** @param pieces where each run of `text` comes from, in order; together they cover the text exactly. */
  constructor(
    readonly text: string,
    private readonly pieces: readonly Piece[],
  ) {}

  /** A text that stands in the document as it is, from `start` on. */
  static verbatim(text: string, start: number): MappedText {
    return new MappedText(text, [{ at: 0, start }]);
  }

  /** Several texts one after another, each with its own way back. */
  static join(parts: readonly MappedText[]): MappedText {
    let length = 0;
    const pieces = parts.flatMap((part) => {
      const shifted = part.pieces.map(({ at, start }) => ({ at: length + at, start }));
      length += part.text.length;
      return part.text === '' ? [] : shifted;
    });
    return new MappedText(parts.map(({ text }) => text).join(''), pieces);
  }

  /** The document offset of the character at `offset` of the text. */
  offsetOf(offset: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.pieces[low];
    return piece === undefined ? offset : piece.start + (offset - piece.at);
  }

  /**
   * The document span of `[start, end)`. Its end follows the last character, so that a word that ends before a
   * continuation does not swallow the continuation.
   */
  spanOf(start: number, end: number): Span {
    const from = this.offsetOf(start);
    return { start: from, end: end > start ? this.offsetOf(end - 1) + 1 : from };
  }

  /** A part of the text, with its own way back to the document. */
  slice(start: number, end: number): MappedText {
    const pieces = [{ at: 0, start: this.offsetOf(start) }];
    for (const piece of this.pieces)
      if (piece.at > start && piece.at < end) pieces.push({ at: piece.at - start, start: piece.start });
    return new MappedText(this.text.slice(start, end), pieces);
  }
}

/** From `at` of the text on, characters stand in the document from `start` on. */
export interface Piece {
  readonly at: number;
  readonly start: number;
}
