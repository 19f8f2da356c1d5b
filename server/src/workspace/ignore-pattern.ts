import { hasAnyOf } from '../text/has-any-of';

/** A part of a pattern: a character, or what stands for several. */
type Token =
  | { readonly literal: string }
  | { readonly ranges: readonly (readonly [string, string])[]; readonly negated: boolean }
  /** `?`: one character, `*`: any number of them; neither matches a slash. */
  | '?'
  | '*'
  /** `**` and the slash behind it: any number of folders, none too. */
  | 'folders'
  /** `**` at the end, or before plain text: anything. */
  | 'rest';

/** Longer ones are no paths that somebody wrote. */
const MAX_LENGTH = 500;

/** A compiled pattern. Paths have forward slashes and none at either end. */
export interface PathPattern {
  matches(path: string): boolean;
  /** The characters before the first special one. */
  readonly prefix: string;
  /** True where it has no special ones. */
  readonly isPlain: boolean;
}

/**
 * Reads one pattern as Docker's builder does: Go's `filepath.Match`, and `**` for any number of folders. Absent where the
 * pattern is malformed, so that a build would fail, and for forms whose meaning is an accident of its implementation.
 * @see https://docs.docker.com/build/concepts/context/#syntax
 * @see https://pkg.go.dev/path/filepath#Match
 * @see https://github.com/moby/patternmatcher
 */
export function readPattern(text: string): PathPattern | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  if (!hasAnyOf(text, '*?[\\'))
    return text.includes(']') ? undefined : { prefix: text, isPlain: true, matches: (path) => path === text };
  const prefix = text.slice(0, text.search(/[*?[\\]/));
  const tokens = tokensOf(text);
  return (
    tokens && { prefix, isPlain: false, matches: (path) => path.startsWith(prefix) && matchAll(tokens, path) }
  );
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    if (text.startsWith('**', at)) {
      const isFollowedBySlash = text.charAt(at + 2) === '/';
      at += isFollowedBySlash ? 3 : 2;
      // A leading `**` before plain text is taken for "ends with".
      const isRest = at >= text.length || (at === 2 && !/[*?[\]\\]/.test(text.slice(2)));
      tokens.push(isRest ? 'rest' : 'folders');
    } else if (character === '*' || character === '?') {
      tokens.push(character);
      at++;
    } else if (character === '[') {
      const found = readClass(text, at);
      if (found === undefined) return undefined;
      tokens.push(found.token);
      at = found.end;
    } else if (character === '\\') {
      const escaped = text.charAt(at + 1);
      if (escaped === '' || /\w/.test(escaped)) return undefined;
      tokens.push({ literal: escaped });
      at += 2;
    } else if (character === ']') return undefined;
    else {
      tokens.push({ literal: character });
      at++;
    }
  }
  return tokens;
}

/** `[a-z]`, `[^0-9]`; a `!` at the start is a character like others. */
function readClass(text: string, start: number): { token: Token; end: number } | undefined {
  const found = /^\[(\^?)([\w !#%&',/:;<=>@~^-]+)\]/.exec(text.slice(start));
  const [whole, caret, inner = ''] = found ?? [];
  if (whole === undefined || (caret === '' && inner.startsWith('^'))) return undefined;
  const ranges: [string, string][] = [];
  for (let at = 0; at < inner.length;) {
    const low = inner.charAt(at);
    if (low === '-') return undefined;
    const isRange = inner.charAt(at + 1) === '-';
    const high = isRange ? inner.charAt(at + 2) : low;
    if (high < low) return undefined;
    ranges.push([low, high]);
    at += isRange ? 3 : 1;
  }
  return { token: { ranges, negated: caret === '^' }, end: start + whole.length };
}

/** Keeps the places that the tokens so far may end at. Time: tokens × path. */
function matchAll(tokens: readonly Token[], path: string): boolean {
  let ends = new Set([0]);
  for (const token of tokens) {
    const next = new Set<number>();
    if (token === '*' || token === 'folders' || token === 'rest') spread(token, path, ends, next);
    else for (const end of ends) if (end < path.length && takes(token, path.charAt(end))) next.add(end + 1);
    if (next.size === 0) return false;
    ends = next;
  }
  return ends.has(path.length);
}

type Spreading = '*' | 'folders' | 'rest';

function spread(token: Spreading, path: string, ends: ReadonlySet<number>, next: Set<number>): void {
  /** Whether the token may have begun before this place and go on. */
  let isOpen = false;
  for (let end = 0; end <= path.length; end++) {
    const isEnd = ends.has(end);
    const followsSlash: boolean = isOpen && path.charAt(end - 1) === '/';
    isOpen = isEnd || (isOpen && !(token === '*' && followsSlash));
    if (token === 'folders' ? isEnd || followsSlash : isOpen) next.add(end);
  }
}

function takes(token: Exclude<Token, Spreading>, character: string): boolean {
  if (token === '?') return character !== '/';
  if ('literal' in token) return token.literal === character;
  const isInside = token.ranges.some(([low, high]) => low <= character && character <= high);
  return isInside !== token.negated;
}
