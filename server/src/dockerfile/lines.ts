/** A physical line as BuildKit reads it: it ends at `\n`, and carriage returns before that are no part of it. */
export interface Line {
  readonly start: number;
  /** After the last character, line end left out. */
  readonly end: number;
  /** Where the next line starts; the text's length after the last one. */
  readonly next: number;
}

export function lineFrom(text: string, start: number): Line {
  const newline = text.indexOf('\n', start);
  const next = newline < 0 ? text.length : newline + 1;
  let end = newline < 0 ? text.length : newline;
  while (end > start && text.charCodeAt(end - 1) === 13) end--;
  return { start, end, next };
}
