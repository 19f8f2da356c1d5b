import { isPlain } from '../../text/printable';
import { type Source } from '../../text/source';
import { type Span } from '../../text/span';
import { cellsOf, type Cell } from './cells';

/** A line of a document and what stands below it to mark a part of it; tabs are blanks in both. */
export interface Excerpt {
  readonly line: string;
  /** Blanks, then a caret for each column of the part. */
  readonly marks: string;
}

/** UTF-16 code units that are looked at on either side of the marked part. */
const reach = 400;

const ellipsis = '…';

/**
 * The first line of the span with its part marked; a long line is cropped around the mark.
 * @param width columns that the excerpt may take.
 */
export function excerptOf(source: Source, span: Span, width: number): Excerpt {
  const whole = source.lineSpan(source.lineAt(span.start));
  const start = Math.min(span.start, whole.end);
  const end = Math.min(Math.max(span.end, start), whole.end);
  if (whole.end - whole.start <= width && isPlain(source.slice(whole)))
    return markedLine(source.slice(whole), start - whole.start, end - start);
  const from = Math.max(whole.start, start - reach);
  const until = Math.min(whole.end, start + reach);
  const cells = cellsOf(source.text.slice(from, until), from);

  const first = cells.findIndex((cell) => cell.offset >= start);
  const caret = first === -1 ? cells.length : first;
  const leading = widthOf(cells.slice(0, caret));
  const cropsStart =
    from > whole.start || (leading > width / 2 && leading + widthOf(cells.slice(caret)) > width);
  const left = cropsStart ? indexFromEnd(cells, caret, Math.floor(width / 2)) : 0;
  const shown = fitting(cells.slice(left), width - (cropsStart ? 1 : 0));
  const cropsEnd = left + shown.length < cells.length || until < whole.end;

  const before = (cropsStart ? 1 : 0) + widthOf(cells.slice(left, caret));
  const marked = widthOf(shown.filter((cell) => cell.offset >= start && cell.offset < end));
  const text = shown.map((cell) => cell.text).join('');
  return {
    line: `${cropsStart ? ellipsis : ''}${cropsEnd ? text : text.trimEnd()}${cropsEnd ? ellipsis : ''}`,
    marks: ' '.repeat(before) + '^'.repeat(Math.max(1, marked)),
  };
}

/** Of a line whose characters take a column each, and which fits: as nearly all are. */
function markedLine(line: string, start: number, length: number): Excerpt {
  return { line: line.trimEnd(), marks: ' '.repeat(start) + '^'.repeat(Math.max(1, length)) };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** The first of the cells before `end` that together take at most `room` columns. */
function indexFromEnd(cells: readonly Cell[], end: number, room: number): number {
  let index = end;
  let taken = 0;
  while (index > 0) {
    taken += cells[index - 1]?.width ?? 0;
    if (taken > room) break;
    index--;
  }
  return index;
}

/** As many cells from the first on as take at most `room` columns, one kept free for the ellipsis where some are left. */
function fitting(cells: readonly Cell[], room: number): readonly Cell[] {
  if (widthOf(cells) <= room) return cells;
  let taken = 0;
  const end = cells.findIndex((cell) => (taken += cell.width) > room - 1);
  return cells.slice(0, end);
}
