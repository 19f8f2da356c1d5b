/** Text of a repository is hostile: these put it into Markdown as nothing but text. */

/** As code, outside tables. Backquotes in it get a longer fence around them. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${text.replace(/[\r\n]/g, ' ')}${pad}${fence}`;
}

/**
 * As code in a cell. A row is cut at its pipes before code is looked for, but not at those behind an odd number of backslashes, the
 * last of which is taken away. Where a pipe stands behind an odd number by itself, one backslash too many is shown.
 * @see https://github.github.com/gfm/#example-200
 */
export function codeInCell(text: string): string {
  return code(text).replace(/(\\*)\|/g, (_, before: string) => {
    const escape = before.length % 2 === 0 ? '\\' : '\\\\';
    return `${before}${escape}|`;
  });
}

/** A table of two columns; rows without a value are left out. */
export function table(rows: readonly (readonly [name: string, value: string | undefined])[]): string {
  const lines = rows.flatMap(([name, value]) => (value === undefined ? [] : [`| ${name} | ${value} |`]));
  return lines.length === 0 ? '' : ['| | |', '|:--|:--|', ...lines].join('\n');
}
