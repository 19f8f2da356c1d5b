/** Where a caret stands inside brackets. */
export interface FlowPlace {
  /** Steps from the outermost bracket down to what holds the caret; the key too where a value is written. */
  readonly steps: readonly string[];
  readonly kind: 'key' | 'item' | 'value';
  /** Index in the text at which the word before the caret begins, its opening quote included. */
  readonly start: number;
  /** Before the caret in the same brackets. */
  readonly keys: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}

interface Open {
  readonly isList: boolean;
  /** The key whose value is being written. */
  key: string | undefined;
  readonly keys: Set<string>;
  readonly items: Set<string>;
}

/**
 * Reads a text that begins with `[` or `{` up to its end, where the caret stands; undefined where the brackets are closed
 * before that, and in a comment.
 */
export function flowPlace(text: string): FlowPlace | undefined {
  const open: Open[] = [];
  let start = 0;
  const word = (end: number): string =>
    text
      .slice(start, end)
      .trim()
      .replace(/^["']|["']$/g, '');
  const finish = (end: number): void => {
    const top = open.at(-1);
    if (top?.isList === true) top.items.add(word(end));
    else if (top !== undefined) {
      if (top.key === undefined) top.keys.add(word(end));
      top.key = undefined;
    }
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (/["']/.test(character) && /^\s*$/.test(text.slice(start, at))) {
      const end = closingQuote(text, at);
      if (end < 0) break;
      at = end;
    } else if (character === '[' || character === '{') {
      open.push({ isList: character === '[', key: undefined, keys: new Set(), items: new Set() });
      start = at + 1;
    } else if (character === ']' || character === '}') {
      finish(at);
      open.pop();
      if (open.length === 0) return undefined;
      start = at + 1;
    } else if (character === ',') {
      finish(at);
      start = at + 1;
    } else if (character === ':' && endsKey(text, at)) {
      const top = open.at(-1);
      if (top?.isList !== false || top.key !== undefined) continue;
      top.key = word(at);
      top.keys.add(top.key);
      start = at + 1;
    } else if (character === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      const end = text.indexOf('\n', at);
      if (end < 0) return undefined;
      at = end;
      start = end + 1;
    }
  }
  const top = open.at(-1);
  if (top === undefined) return undefined;
  const { keys, items } = top;
  const steps = open.slice(0, -1).map(({ isList, key }) => (isList ? '0' : (key ?? '')));
  start += /^\s*/.exec(text.slice(start))?.[0].length ?? 0;
  if (top.isList) return { steps, kind: 'item', start, keys, items };
  if (top.key === undefined) return { steps, kind: 'key', start, keys, items };
  return { steps: [...steps, top.key], kind: 'value', start, keys, items };
}

function closingQuote(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\' && text[at] === '"') end++;
    else if (text[end] === text[at]) return end;
  }
  return -1;
}

/** After a key in quotes no blank is needed. */
function endsKey(text: string, at: number): boolean {
  return /[\s,[\]{}]/.test(text[at + 1] ?? ' ') || /["']/.test(text[at - 1] ?? '');
}
