import { type Source } from '../../text/source';

/** Lines that can be shown as the first of them alone; zero-based, the last one included. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly kind?: 'comment' | 'region';
}

interface Block {
  readonly indent: number;
  readonly line: number;
}

/**
 * Blocks by their indentation, comments of several lines, and `#region` to `#endregion`. Reads lines only: text that is no
 * YAML yet folds as well.
 */
export function composeFolds(source: Source): readonly Fold[] {
  const folds: Fold[] = [];
  const open: Block[] = [];
  const regions: number[] = [];
  let lastFilled = -1;
  let comment = -1;
  const closeComment = (next: number): void => {
    if (comment >= 0 && next - 1 > comment) folds.push({ first: comment, last: next - 1, kind: 'comment' });
    comment = -1;
  };
  const close = (indent: number): void => {
    for (let top = open.at(-1); top !== undefined && top.indent >= indent; top = open.at(-1)) {
      if (lastFilled > top.line) folds.push({ first: top.line, last: lastFilled });
      open.pop();
    }
  };
  for (let line = 0; line < source.lineCount; line++) {
    const text = source.slice(source.lineSpan(line));
    const content = text.trim();
    if (content.startsWith('#')) {
      if (/^#\s*region\b/.test(content)) regions.push(line);
      const first = /^#\s*endregion\b/.test(content) ? regions.pop() : undefined;
      if (first !== undefined) folds.push({ first, last: line, kind: 'region' });
      if (comment < 0) comment = line;
      continue;
    }
    closeComment(line);
    if (content === '') continue;
    // A list may stand in the column of its key: it is deeper than that, and an item is not deeper than another.
    const indent = 2 * (text.length - text.trimStart().length) + (/^-(?:\s|$)/.test(content) ? 1 : 0);
    const isMarker = /^(?:---|\.\.\.)(?:\s|$)/.test(text);
    close(isMarker ? -1 : indent);
    lastFilled = line;
    if (!isMarker) open.push({ indent, line });
  }
  closeComment(source.lineCount);
  close(-1);
  return folds.sort((a, b) => a.first - b.first || b.last - a.last);
}
