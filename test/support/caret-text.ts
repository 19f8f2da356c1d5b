/** A text without the `|` that marks a caret in it, and the offset where it stood. */
export function withCaret(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('The text has no caret.');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
