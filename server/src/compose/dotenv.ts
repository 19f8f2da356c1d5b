import { interpolate, type Variables } from './interpolate';

/** More lines nobody writes, neither in a file nor in one value. */
const most = { lines: 2_000, linesOfValue: 100 } as const;

/**
 * Reads a file of `NAME=value` lines, `.env` or one that `env_file` names. A value that hangs on a variable which neither the
 * file above it nor `before` gives is left out: it is not known.
 * @see https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function readDotenv(text: string, before: Variables = new Map<string, string>()): Variables {
  const found = new Map<string, string>();
  const all = new Map(before);
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/, most.lines);
  for (let at = 0; at < lines.length; at++) {
    const match = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*[=:][ \t]*(.*)$/.exec(lines[at] ?? '');
    const name = match?.[1];
    if (name === undefined) continue;
    let written = match?.[2] ?? '';
    const quote = /^["']/.exec(written)?.[0];
    // A quoted value goes on to its quote, over several lines.
    const last = Math.min(lines.length, at + most.linesOfValue) - 1;
    while (quote !== undefined && closing(written, quote) < 0 && at < last)
      written += `\n${lines[++at] ?? ''}`;
    const value = valueOf(written, quote, all);
    for (const map of [found, all])
      if (value === undefined) map.delete(name);
      else map.set(name, value);
  }
  return found;
}

function valueOf(written: string, quote: string | undefined, variables: Variables): string | undefined {
  if (quote === undefined) return expand(written.replace(/(?:^|[ \t])#.*$/, '').trim(), variables);
  const end = closing(written, quote);
  if (end < 0) return undefined;
  const inside = written.slice(1, end);
  if (quote === "'") return inside.replaceAll("\\'", "'");
  return expand(
    inside.replace(/\\([nrt"\\])/g, (_, letter: string) => escapes[letter] ?? letter),
    variables,
  );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function expand(text: string, variables: Variables): string | undefined {
  const { value } = interpolate(text, variables);
  return value.state === 'known' ? value.value : undefined;
}

/** The place of the quote that closes the one at the start; -1 where there is none. */
function closing(text: string, quote: string): number {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}
