/**
 * The cells of a table's row as GitHub cuts it: before it looks for code, at pipes behind an even number of backslashes.
 * @see https://github.github.com/gfm/#tables-extension-
 */
export function cellsOfRow(row: string): readonly string[] {
  const cells = row.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\n').split('\n');
  return cells.slice(1, -1).map((cell) => cell.trim().replaceAll('\\|', '|'));
}
