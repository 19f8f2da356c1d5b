import { type MappedText } from '../text/mapped';
import { type Span } from '../text/span';

/** The text that a syntax tree was made from, and the way from its offsets to the document. */
export interface Place {
  readonly text: string;
  spanOf(start: number, end: number): Span;
  /** A part with its own way back; absent where the text does not stand in the document as it is read. */
  slice(start: number, end: number): MappedText | undefined;
}

/** Text that stands in the document character by character. */
export function exactPlace(text: MappedText): Place {
  // In broken scripts the parser may end a node behind the text's end.
  const { length } = text.text;
  return {
    text: text.text,
    spanOf: (start, end) => text.spanOf(Math.min(start, length), Math.min(end, length)),
    slice: (start, end) => text.slice(Math.min(start, length), Math.min(end, length)),
  };
}

/**
 * Text that was made from a stretch of the document in a way that is not followed (`sh -c "a"' b'`, nested back-ticks):
 * all of it stands at that stretch.
 */
export function coarsePlace(text: string, at: Span): Place {
  return { text, spanOf: () => at, slice: () => undefined };
}
