/** Text of a repository is hostile: these put it into Markdown as nothing but text. */

/** As code. Backquotes in it get a longer fence around them. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${text.replace(/[\r\n|]/g, ' ')}${pad}${fence}`;
}

/** A table of two columns; rows without a value are left out. */
export function table(rows: readonly (readonly [name: string, value: string | undefined])[]): string {
  const lines = rows.flatMap(([name, value]) => (value === undefined ? [] : [`| ${name} | ${value} |`]));
  return lines.length === 0 ? '' : ['| | |', '|:--|:--|', ...lines].join('\n');
}
