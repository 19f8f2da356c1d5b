import { type CST } from 'yaml';

/** Collections in one another beyond this are no Compose file. */
const deepest = 100;

/**
 * The first collection that is nested too deeply, if any. The library reads nested collections by recursion: a file made
 * for it would exhaust the stack, and that inside V8's compiler of regular expressions, which ends the process.
 */
export function deepToken(tokens: readonly CST.Token[]): CST.Token | undefined {
  const waiting: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({
    token,
    depth: 0,
  }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > deepest) return token;
    if (token.type === 'document') {
      if (token.value !== undefined) waiting.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const { key, value } of token.items) {
        if (key !== undefined && key !== null && 'items' in key)
          waiting.push({ token: key, depth: depth + 1 });
        if (value !== undefined && 'items' in value) waiting.push({ token: value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
