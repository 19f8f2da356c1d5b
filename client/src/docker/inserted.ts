/** Languages whose line comments begin with `#`, and that are no shell scripts: a command stands there as a note. */
const noted: ReadonlySet<string> = new Set([
  'dockerfile',
  'dockercompose',
  'yaml',
  'toml',
  'makefile',
  'python',
]);

/**
 * The text of a command for the place of the cursor, with the ends of its lines.
 * @param lines none of them holds a line break, which `quote` sees to.
 * @param indent what stands before the line.
 */
export function insertedText(lines: readonly string[], languageId: string, indent: string): string {
  const mark = noted.has(languageId) ? '# ' : '';
  return lines.map((line) => `${indent}${mark}${line}\n`).join('');
}
