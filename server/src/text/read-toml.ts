/** What a TOML file says, as far as it is read here: each key with the text of its value, its table before it. */
export type TomlValues = ReadonlyMap<string, string>;

/** Longer files are cut off: nobody's pyproject.toml is. */
const mostLines = 5_000;

/**
 * Reads keys and the text of their values: `tool.uv.default-groups` → `["dev"]`. Arrays that go over lines are joined;
 * multi-line strings are passed over. Of `[[tables]]` the last one stays.
 * @see https://toml.io/en/v1.0.0
 */
export function readToml(text: string): TomlValues {
  const values = new Map<string, string>();
  let table = '';
  let open: { readonly key: string; readonly parts: string[]; depth: number } | undefined;
  let string: string | undefined;
  for (const written of text.split('\n', mostLines)) {
    if (string !== undefined) {
      if (written.includes(string)) string = undefined;
      continue;
    }
    const line = withoutComment(written).trim();
    if (open !== undefined) {
      open.parts.push(line);
      open.depth += depthOf(line);
      if (open.depth <= 0) {
        values.set(open.key, open.parts.join(' '));
        open = undefined;
      }
      continue;
    }
    const header = /^\[{1,2}\s*([^[\]]+?)\s*\]{1,2}$/.exec(line)?.[1];
    if (header !== undefined) {
      table = plain(header);
      values.set(table, '');
      continue;
    }
    const at = line.indexOf('=');
    if (at < 0) continue;
    const key = [table, plain(line.slice(0, at))].filter((part) => part !== '').join('.');
    const value = line.slice(at + 1).trim();
    string = multiLine(value);
    const depth = /^[[{]/.test(value) ? depthOf(value) : 0;
    if (depth <= 0) values.set(key, value);
    else open = { key, parts: [value], depth };
  }
  return values;
}

/** A key without quotes and blanks: `"tool" . uv` → `tool.uv`. */
function plain(key: string): string {
  return key.replace(/["'\s]/g, '');
}

/** The quotes that a string of several lines ends with, where the line leaves one open. */
function multiLine(value: string): string | undefined {
  for (const quotes of ['"""', "'''"])
    if (value.startsWith(quotes) && !value.slice(3).includes(quotes)) return quotes;
  return undefined;
}

function withoutComment(line: string): string {
  const code = /^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*')*/.exec(line)?.[0] ?? '';
  return line.charAt(code.length) === '#' ? code : line;
}

/** How many brackets of arrays and inline tables a line leaves open; those inside strings do not count. */
function depthOf(line: string): number {
  let depth = 0;
  for (const bracket of line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').match(/[[\]{}]/g) ?? [])
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
  return depth;
}
