/**
 * Lines of a data file, each the JSON of one object whose first key says what it is about. A file has hundreds of them, and a
 * look at a document needs one or two: those are searched for in the text, and nothing is made of the others.
 */

/** The value of the first line; absent in an empty text. */
export function firstRow(text: string): unknown {
  return text === '' ? undefined : JSON.parse(lineAt(text, 0));
}

/** The value of the line, other than the first, whose first key has this value; absent where there is none. */
export function rowOf(text: string, key: string, value: string | number): unknown {
  const at = text.indexOf(`\n{"${key}":${JSON.stringify(value)},`);
  return at < 0 ? undefined : JSON.parse(lineAt(text, at + 1));
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}
