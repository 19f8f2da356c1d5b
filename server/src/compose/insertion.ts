import { insert, replace } from '../text/edit';
import { type Source } from '../text/source';
import { type Edits } from './edits';
import { type Compose } from './model';
import { type NewValue, renderBlock, renderFlow } from './render';
import { columnOf, type Style } from './style';
import { type Entry, type MapValue, type Value } from './value';

/** Keys with their values, in the order in which they are written. */
export type NewPairs = Readonly<Record<string, NewValue>>;

/**
 * Adds keys to the map that stands under another key, after its last one. Comments and blank lines that follow stay behind
 * them. An alias in the map's place becomes a merge, so that the keys are added here only.
 */
export function insertIntoMap(
  compose: Compose,
  { keySpan, value, origin, inFlow }: Entry,
  added: NewPairs,
): Edits {
  const { source, style } = compose;
  if (value.kind !== 'map' || origin.kind !== 'own' || !compose.isOwn(keySpan)) return undefined;
  if (value.origin.kind !== 'alias') return insertPairs(compose, value, added);
  const alias = value.origin.reference;
  if (alias === undefined || inFlow) return undefined;
  const indent = ' '.repeat(columnOf(source, keySpan.start) + style.indent);
  const merge = `${style.eol}${indent}<<: ${source.slice(alias)}`;
  const merged = merge + renderLines(added, indent, style);
  return [replace({ start: blankBefore(source, alias.start), end: alias.end }, merged)];
}

/** Adds keys at the end of a map that is written where it is used; undefined where that is another file. */
export function insertPairs(compose: Compose, map: MapValue, added: NewPairs): Edits {
  const { source, style } = compose;
  if (!compose.isOwn(map.span)) return undefined;
  if (map.flow) {
    const last = map.ownEntries.at(-1);
    const text = Object.entries(added)
      .map(([key, value]) => renderFlow(key, value, style))
      .join(', ');
    if (last !== undefined) return [insert(last.span.end, `, ${text}`)];
    const empty = /^\{\s*\}$/.test(source.slice(map.span));
    return [insert(map.span.start + 1, empty ? text : `${text}, `)];
  }
  const indent = ' '.repeat(columnOf(source, map.span.start));
  return [insert(endOf(source, map), renderLines(added, indent, style))];
}

/** Each pair on lines of its own, the line end before it. */
function renderLines(pairs: NewPairs, indent: string, style: Style): string {
  return Object.entries(pairs)
    .map(([key, value]) => style.eol + indent + renderBlock(key, value, indent, style))
    .join('');
}

function blankBefore(source: Source, offset: number): number {
  let start = offset;
  while (source.text[start - 1] === ' ') start--;
  return start;
}

/** The end of the last line of a block map; a literal that keeps its last line breaks (`|+`) keeps them. */
function endOf(source: Source, map: MapValue): number {
  let line = source.lineAt(map.span.end);
  if (keepsBreaks(source, map))
    while (line + 2 < source.lineCount && /^[ \t]*$/.test(source.slice(source.lineSpan(line + 1)))) line++;
  return source.lineSpan(line).end;
}

function keepsBreaks(source: Source, value: Value | undefined): boolean {
  if (value?.kind === 'map') return keepsBreaks(source, value.ownEntries.at(-1)?.value);
  if (value?.kind === 'list') return keepsBreaks(source, value.items.at(-1));
  if (value?.kind !== 'scalar' || value.style !== 'block') return false;
  return /^[|>]\d*\+/.test(source.text.slice(value.span.start, value.span.start + 3));
}
