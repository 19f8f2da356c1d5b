import { printable } from '../../text/printable';

/** What a terminal shows of one code point of a line. */
export interface Cell {
  readonly text: string;
  /** In columns: none for a combining mark, two for a wide character. */
  readonly width: number;
  /** Where the code point stands in the document. */
  readonly offset: number;
}

const tabWidth = 4;

function isCombining(character: string): boolean {
  return /^[\p{Mn}\p{Me}]$/u.test(character);
}

/** Ranges whose characters take two columns, after Unicode's East Asian Width (UAX 11), wide and full-width. */
function isWide(character: string): boolean {
  return /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u.test(
    character,
  );
}

/** @param offset of the first character of `text` in the document. */
export function cellsOf(text: string, offset: number): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let at = offset;
  for (const character of text) {
    const width = character === '\t' ? tabWidth - (column % tabWidth) : columnsOf(character);
    cells.push({ text: character === '\t' ? ' '.repeat(width) : printable(character), width, offset: at });
    column += width;
    at += character.length;
  }
  return cells;
}

function columnsOf(character: string): number {
  if (character < '\u0300') return 1;
  if (isCombining(character)) return 0;
  return isWide(character) ? 2 : 1;
}
