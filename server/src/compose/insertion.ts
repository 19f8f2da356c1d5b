import { insert, replace } from '../text/edit';
import { type Source } from '../text/source';
import { type Edits } from './edits';
import { type Compose } from './model';
import { type NewValue, renderBlock, renderFlow } from './render';
import { type Entry, type MapValue, type Value } from './value';

/**
 * Adds a key to the map that stands under another key, after its last one. Comments and blank lines that follow stay behind
 * it. An alias in the map's place becomes a merge, so that the key is added here only.
 */
export function insertIntoMap(
  compose: Compose,
  { keySpan, value, origin, inFlow }: Entry,
  key: string,
  added: NewValue,
): Edits {
  const { source, style } = compose;
  if (value.kind !== 'map' || origin.kind !== 'own') return undefined;
  if (value.origin.kind === 'alias') {
    const alias = value.origin.reference;
    if (alias === undefined || inFlow) return undefined;
    const indent = ' '.repeat(source.positionAt(keySpan.start).character + style.indent);
    const line = `${style.eol}${indent}`;
    const merged = `${line}<<: ${source.slice(alias)}${line}${renderBlock(key, added, indent, style)}`;
    return [replace({ start: blankBefore(source, alias.start), end: alias.end }, merged)];
  }
  if (value.flow) {
    const last = value.ownEntries.at(-1);
    const text = renderFlow(key, added, style);
    if (last !== undefined) return [insert(last.span.end, `, ${text}`)];
    const empty = /^\{\s*\}$/.test(source.slice(value.span));
    return [insert(value.span.start + 1, empty ? text : `${text}, `)];
  }
  const indent = ' '.repeat(source.positionAt(value.span.start).character);
  return [insert(endOf(source, value), `${style.eol}${indent}${renderBlock(key, added, indent, style)}`)];
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
