/** A part of a shell pattern: a character, `?` or `*`. Brackets mean nothing in BuildKit's. */
type Token = { readonly literal: string } | '?' | '*';

/** Longer values or patterns are nothing that a Dockerfile holds; what they give is not told. */
const MAX_LENGTH = 300;
/** Replacing tries the pattern at each place of the value. */
const MAX_STEPS = 1_000_000;

/** `${v#p}`, `${v##p}`: takes off the shortest or longest start that the pattern matches. Absent: cannot be told. */
export function removePrefix(value: string, pattern: string, longest: boolean): string | undefined {
  const tokens = tokensOf(value, pattern);
  if (tokens === undefined) return undefined;
  const end = matchEnds(value, 0, tokens, longest);
  return end === undefined ? value : value.slice(end);
}

/** `${v%p}`, `${v%%p}`: the same at the end. */
export function removeSuffix(value: string, pattern: string, longest: boolean): string | undefined {
  const tokens = tokensOf(value, pattern);
  if (tokens === undefined) return undefined;
  const end = matchEnds(reversed(value), 0, [...tokens].reverse(), longest);
  return end === undefined ? value : value.slice(0, value.length - end);
}

/** `${v/p/r}`, `${v//p/r}`: replaces the first match, or all, each as long as it can be. */
export function replacePattern(
  value: string,
  pattern: string,
  replacement: string,
  all: boolean,
): string | undefined {
  const tokens = tokensOf(value, pattern);
  if (tokens === undefined || pattern === '') return undefined;
  if (value.length ** 2 * tokens.length > MAX_STEPS) return undefined;
  let result = '';
  let at = 0;
  for (let start = 0; start <= value.length; start++) {
    const end = matchEnds(value, start, tokens, true);
    if (end === undefined || end === start) continue;
    result += value.slice(at, start) + replacement;
    at = end;
    if (!all) break;
    start = end - 1;
  }
  return result + value.slice(at);
}

function tokensOf(value: string, pattern: string): readonly Token[] | undefined {
  if (value.length > MAX_LENGTH || pattern.length > MAX_LENGTH) return undefined;
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '*' || character === '?') tokens.push(character);
    else tokens.push({ literal: character === '\\' ? pattern.charAt(++at) : character });
  }
  return tokens;
}

/** Where the match that begins at `start` ends: the longest, or the shortest. Time: value × pattern. */
function matchEnds(
  value: string,
  start: number,
  tokens: readonly Token[],
  longest: boolean,
): number | undefined {
  let ends = new Set([start]);
  for (const token of tokens) {
    const next = new Set<number>();
    if (token === '*') {
      for (let end = Math.min(...ends); end <= value.length; end++) next.add(end);
    } else {
      for (const end of ends)
        if (end < value.length && (token === '?' || token.literal === value[end])) next.add(end + 1);
    }
    if (next.size === 0) return undefined;
    ends = next;
  }
  return longest ? Math.max(...ends) : Math.min(...ends);
}

function reversed(text: string): string {
  return Array.from({ length: text.length }, (_, index) => text.charAt(text.length - 1 - index)).join('');
}
