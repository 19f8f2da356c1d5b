/** A text that begins with `[`, read as if it were a JSON array written by hand. Offsets count in the text. */
export interface Attempt {
  readonly items: readonly AttemptItem[];
  readonly commas: readonly { readonly at: number; readonly surplus: boolean }[];
  /** Whether a `]` ends it. */
  readonly closed: boolean;
  /** Whether the first item follows the bracket at once, which it never does in a test of the shell (`[ -f x ]`). */
  readonly tight: boolean;
  /** Where text follows the `]`; the text's length where none does. */
  readonly rest: number;
  readonly length: number;
}

export interface AttemptItem {
  readonly start: number;
  readonly end: number;
  /** `"`, `'` (for typographic ones too), or `''` where it has no quotes. */
  readonly quote: '"' | "'" | '';
  /** Without its quotes, as written. */
  readonly inner: string;
  /** Whether a comma stands between the item before and this one. */
  readonly afterComma: boolean;
}

const doubleQuoted = /"((?:[^"\\]|\\.)*)"/y;
const singleQuoted =
  /'([^']*)'|[\u2018\u2019]([^\u2018\u2019]*)[\u2018\u2019]|[\u201c\u201d]([^\u201c\u201d]*)[\u201c\u201d]/y;
const bare = /[^\s,[\]"'\u2018\u2019\u201c\u201d]+/y;

/** Absent where the text does not begin with a bracket, or holds what no array of strings has. */
export function readAttempt(text: string): Attempt | undefined {
  if (!text.startsWith('[')) return undefined;
  const items: AttemptItem[] = [];
  const commas: { at: number; surplus: boolean }[] = [];
  let closed = false;
  let at = 1;
  let comma: { at: number; surplus: boolean } | undefined;
  for (; at < text.length && !closed;) {
    const character = text[at] ?? '';
    if (/\s/.test(character)) at++;
    else if (character === ']') {
      closed = true;
      at++;
    } else if (character === ',') {
      // A comma with nothing before it, or after another one, separates nothing.
      const isSurplus = items.length === 0 || comma !== undefined;
      const found = { at, surplus: isSurplus };
      commas.push(found);
      if (!isSurplus) comma = found;
      at++;
    } else {
      const item = readItem(text, at, comma !== undefined);
      if (item === undefined) return undefined;
      items.push(item);
      comma = undefined;
      at = item.end;
    }
  }
  if (comma !== undefined) comma.surplus = true;
  const rest = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
  return { items, commas, closed, tight: /^\[\S/.test(text), rest, length: text.length };
}

function readItem(text: string, start: number, afterComma: boolean): AttemptItem | undefined {
  const take = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = start;
    return form.exec(text);
  };
  const double = take(doubleQuoted);
  const single = double ?? take(singleQuoted);
  const found = single ?? take(bare);
  if (found === null) return undefined;
  return {
    start,
    end: start + found[0].length,
    quote: double !== null ? '"' : single !== null ? "'" : '',
    inner: single === null ? found[0] : (found[1] ?? found[2] ?? found[3] ?? ''),
    afterComma,
  };
}
