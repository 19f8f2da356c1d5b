/**
 * A map of a text, cut in front of each of its keys. What stands before the first key belongs to the first piece, so that the
 * pieces together are all of the map's text.
 */
export interface CutMap {
  /** Column of the keys. */
  readonly indent: number;
  readonly pieces: readonly Cut[];
  readonly end: number;
}

export interface Cut {
  readonly start: number;
  readonly end: number;
  /** The key as it is written, and where. */
  readonly key: KeyPlace;
  /** The map behind the key, where it is long and can be cut itself. */
  readonly inner?: CutMap;
}

export interface KeyPlace {
  readonly start: number;
  readonly name: string;
}

/** Texts and maps shorter than this, in UTF-16 code units, are parsed in no time. */
const worthCutting = 1000;

const plainKey = /[A-Za-z0-9_][\w.-]*:(?=[ \r\n])/y;
const aloneOnItsLine = /:[ ]*(?: #[^\n]*)?\r?\n/y;

/**
 * Cuts a text at the keys of its outermost map, and long maps in it once more. By indentation alone: whether a line that looks
 * like a key is one shows when the pieces are parsed. Undefined where the text is short, or anything but a map in block style
 * with several keys.
 * @param least how long a text or a map must be to be cut.
 */
export function cutsOf(text: string, least = worthCutting): CutMap | undefined {
  if (text.length < least) return undefined;
  const outer = cutMap(text, { from: 0, to: text.length, body: bodyOf(text), indent: 0 });
  return outer && { ...outer, pieces: outer.pieces.map((piece) => withInner(text, piece, least)) };
}

/** Behind a byte order mark, comments and the line that begins a document. */
function bodyOf(text: string): number {
  return /^\uFEFF?(?:[ ]*(?:#[^\n]*)?\r?\n)*(?:---[ ]*\r?\n)?/.exec(text)?.[0].length ?? 0;
}

function withInner(text: string, piece: Cut, least: number): Cut {
  const { start: from, end: to, key } = piece;
  if (to - from < least) return piece;
  if (!matches(aloneOnItsLine, text, key.start + key.name.length)) return piece;
  const inner = cutMap(text, { from, to, body: aloneOnItsLine.lastIndex, indent: undefined });
  return inner === undefined ? piece : { ...piece, inner };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Where the lines begin of which keys may be. */
  readonly body: number;
  /** That of the first line where it is not given. */
  readonly indent: number | undefined;
}

function cutMap(text: string, { from, to, body, indent: given }: Stretch): CutMap | undefined {
  const keys: KeyPlace[] = [];
  const lines: number[] = [];
  let indent = given;
  for (let line = body; line < to;) {
    const newline = text.indexOf('\n', line);
    const next = newline < 0 ? to : newline + 1;
    let at = line;
    while (text.charCodeAt(at) === space) at++;
    if (!isBlank(text, at)) {
      indent ??= at - line;
      if (at - line < indent) return undefined;
      if (at - line === indent) {
        if (matches(plainKey, text, at)) {
          lines.push(line);
          keys.push({ start: at, name: text.slice(at, plainKey.lastIndex - 1) });
          // A list may stand below its key without being indented.
        } else if (keys.length === 0 || !text.startsWith('- ', at)) return undefined;
      }
    }
    line = next;
  }
  if (indent === undefined || keys.length < 2 || (given === undefined && indent === 0)) return undefined;
  const pieces = keys.map((key, index) => ({
    start: index === 0 ? from : (lines[index] ?? from),
    end: lines[index + 1] ?? to,
    key,
  }));
  return { indent, pieces, end: to };
}

const space = 32;

/** A line of which nothing is left but a comment, or nothing at all. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return Number.isNaN(code) || code === 10 || code === 35 || (code === 13 && text.charCodeAt(at + 1) === 10);
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
