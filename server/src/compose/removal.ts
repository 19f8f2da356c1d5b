import { type Edit, remove } from '../text/edit';
import { type Source } from '../text/source';
import { type Span } from '../text/span';
import { type Entry, type ListValue, type Value } from './value';

/**
 * Takes an entry out of its map: with its whole lines, or with its comma between braces. Undefined where something else
 * would go with it: the map's only entry, an anchor, a neighbour on the same line.
 */
export function removeEntry(source: Source, entry: Entry): Edit | undefined {
  if (entry.alone || !holds(source, entry.span) || definesAnchor(source, entry.span)) return undefined;
  return entry.inFlow ? removeFlow(source, entry.span) : removeLines(source, entry.span, /^[ \t]*$/);
}

/** Takes an item out of a list that has others. Undefined as for entries. */
export function removeItem(source: Source, list: ListValue, item: Value): Edit | undefined {
  const index = list.items.indexOf(item);
  if (index < 0 || list.items.length === 1) return undefined;
  const span = textOf(item, list.span);
  if (!holds(source, span) || definesAnchor(source, span)) return undefined;
  return list.flow ? removeFlow(source, span) : removeLines(source, span, /^[ \t]*-[ \t]+$/);
}

/** Whether a text stands in this file, and not in another of its project. */
function holds(source: Source, span: Span): boolean {
  return span.end <= source.text.length;
}

/**
 * Where a value is written in its list or entry: the alias for what an alias there brings. What is around it may have come by
 * an alias as a whole, which then stands elsewhere.
 */
export function textOf({ span, origin }: Value, around: Span): Span {
  const alias = origin.kind === 'alias' ? origin.reference : undefined;
  return alias !== undefined && around.start <= alias.start && alias.end <= around.end ? alias : span;
}

/** Whether text holds an anchor that other places may name, or is named by one that stands right before it. */
function definesAnchor(source: Source, span: Span): boolean {
  const line = source.lineSpan(source.lineAt(span.start)).start;
  return /(?:^|[\s[{,])&[^\s,[\]{}]/.test(source.text.slice(line, span.end));
}

function removeLines(source: Source, span: Span, before: RegExp): Edit | undefined {
  const first = source.fullLineSpan(source.lineAt(span.start));
  const last = source.lineAt(Math.max(span.start, span.end - 1));
  const end = source.fullLineSpan(last).end;
  if (!before.test(source.text.slice(first.start, span.start))) return undefined;
  if (!/^[ \t]*(?:#.*)?$/.test(source.text.slice(span.end, source.lineSpan(last).end))) return undefined;
  if (goesOn(source, source.lineAt(span.start), last + 1)) return undefined;
  const atEnd = end === source.text.length && source.lineSpan(last).end === end;
  return remove({ start: atEnd ? lineEndBefore(source, first.start) : first.start, end });
}

/** Whether what follows stands deeper than the line that goes, and so would be left without what it hangs on. */
function goesOn(source: Source, line: number, after: number): boolean {
  for (let next = after; next < source.lineCount; next++) {
    const text = source.slice(source.lineSpan(next));
    if (/^[ \t]*(?:#.*)?$/.test(text)) continue;
    return source.indentAt(next).length > source.indentAt(line).length;
  }
  return false;
}

/** The end of the line before, where the text ends without one, so that it goes on ending without one. */
function lineEndBefore(source: Source, start: number): number {
  const line = source.lineAt(start);
  return line === 0 ? start : source.lineSpan(line - 1).end;
}

/** Together with the comma after it, else with the one before it. */
function removeFlow(source: Source, span: Span): Edit | undefined {
  const after = /^\s*,[ \t]*/.exec(source.text.slice(span.end, span.end + 200));
  if (after !== null) return remove({ start: span.start, end: span.end + after[0].length });
  const before = /,\s*$/.exec(source.text.slice(Math.max(0, span.start - 200), span.start));
  return before === null ? undefined : remove({ start: span.start - before[0].length, end: span.end });
}
