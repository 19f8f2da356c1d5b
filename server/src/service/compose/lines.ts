import { type Source } from '../../text/source';

/** What stands at the beginning of a line of block YAML: the dash of an item, or a key with its colon. */
export interface Level {
  readonly kind: 'item' | 'key';
  /** Blanks before it; a byte order mark is none. */
  readonly column: number;
  /** Without quotes; empty for an item. */
  readonly key: string;
  /** Offsets of the dash or the key, quotes included, the colon left out. */
  readonly start: number;
  readonly end: number;
}

/** A line read by itself, whatever the lines around it say. */
export interface Line {
  readonly levels: readonly Level[];
  /** Where the rest begins: a value, or a word that may become a key. */
  readonly restStart: number;
  /** The comment and the blanks at the end left out. */
  readonly rest: string;
  /** Where the comment begins; absent where there is none. */
  readonly comment: number | undefined;
  /** Column of the first thing on the line; undefined where it has nothing but blanks and a comment. */
  readonly column: number | undefined;
}

/** Half-written YAML has no certain tree: this reads a line from its text alone. */
export function readLine(source: Source, number: number): Line {
  const { start, end } = source.lineSpan(number);
  const whole = source.text.slice(start, end);
  const comment = commentAt(whole);
  const text = (comment === undefined ? whole : whole.slice(0, comment)).trimEnd();
  const levels: Level[] = [];
  let at = /^ */.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const level = text[at] === '-' ? itemAt(text, at) : keyAt(text, at);
    if (level === undefined) break;
    levels.push({ ...level, start: start + level.start, end: start + level.end });
    const next = level.kind === 'item' ? level.end : level.end + 1;
    at = next + (/^[ \t]*/.exec(text.slice(next))?.[0].length ?? 0);
    // What follows the colon on the line is the key's value, and no key.
    if (level.kind === 'key') break;
  }
  const column = levels[0]?.column ?? (text.trim() === '' ? undefined : at);
  const rest = text.slice(at);
  return {
    levels,
    restStart: start + at,
    rest,
    comment: comment === undefined ? undefined : start + comment,
    column,
  };
}

/** Whether another document begins or ends here. */
export function isMarker(source: Source, number: number): boolean {
  return /^(?:---|\.\.\.)(?:[ \t]|$)/.test(source.slice(source.lineSpan(number)));
}

function itemAt(text: string, at: number): Level | undefined {
  const after = text[at + 1];
  if (after !== undefined && after !== ' ' && after !== '\t') return undefined;
  return { kind: 'item', column: at, key: '', start: at, end: at + 1 };
}

function keyAt(text: string, at: number): Level | undefined {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*(?=:(?:[ \t]|$))/.exec(text.slice(at));
  if (quoted !== null) {
    const key = quoted[1] ?? quoted[2] ?? '';
    return { kind: 'key', column: at, key, start: at, end: at + quoted[0].length };
  }
  if (/^["'[\]{}#&*!|>%@`,]/.test(text.slice(at)) && !/^\*?<</.test(text.slice(at))) return undefined;
  for (let end = text.indexOf(':', at); end >= 0; end = text.indexOf(':', end + 1)) {
    const after = text[end + 1];
    if (after === undefined || after === ' ' || after === '\t')
      return { kind: 'key', column: at, key: text.slice(at, end).trimEnd(), start: at, end };
  }
  return undefined;
}

/** A comment begins at a `#` after a blank, outside quotes. */
function commentAt(text: string): number | undefined {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === '\\' && quote === '"') at++;
      else if (character === quote) quote = '';
    } else if (character === '#' && (at === 0 || /[ \t]/.test(text[at - 1] ?? ''))) return at;
    else if ((character === '"' || character === "'") && /(?:^|[ \t[{,])$/.test(text[at - 1] ?? ''))
      quote = character;
  }
  return undefined;
}
