import { isMap, isSeq } from 'yaml';
import { type ComposeText } from '../../compose/text';
import { rangeOf } from '../../compose/yaml';
import { type Source } from '../../text/source';
import { type Span } from '../../text/span';
import { type Siblings, siblingsOf, type Step, stepsTo } from './block-path';
import { flowPlace } from './flow-path';
import { isMarker, type Line, readLine } from './lines';

/** Where somebody writes in a Compose file, read so that half-written text has a place as well. */
export interface Caret extends Siblings {
  /**
   * `key`: in the map that `steps` lead to, or where one may begin. `item`: after a dash or between brackets, in the list
   * that `steps` lead to. `value`: after the colon of the key that `steps` end with.
   */
  readonly kind: 'key' | 'item' | 'value';
  readonly steps: readonly Step[];
  /** What stands before the caret, without its opening quote. */
  readonly typed: string;
  /** The word that the caret stands in, without quotes. */
  readonly span: Span;
  /** True where the word stands in quotes. */
  readonly quoted: boolean;
  /** True where a colon follows the word. */
  readonly hasColon: boolean;
  /** Column at which the word begins; in brackets that of the line. */
  readonly column: number;
  /** True between brackets. */
  readonly flow: boolean;
}

/** Undefined in comments, text blocks, indentation, and between words. */
export function caretAt({ source, yaml }: ComposeText, offset: number): Caret | undefined {
  const number = source.lineAt(offset);
  const line = readLine(source, number);
  if ((line.comment !== undefined && offset > line.comment) || isMarker(source, number)) return undefined;
  const flow = flowStart(line, offset) ?? outerFlow(yaml.documents, number, offset, source);
  return flow === undefined ? blockCaret(source, number, line, offset) : flowCaret(source, flow, offset);
}

/** Keys and indices that the steps of a caret consist of. */
export function pathOf(steps: readonly Step[]): readonly string[] {
  return steps.map(({ name }) => name);
}

function blockCaret(source: Source, number: number, line: Line, offset: number): Caret | undefined {
  const { start } = source.lineSpan(number);
  const level = line.levels.find(
    ({ kind, end, start: from }) => kind === 'key' && from <= offset && offset <= end,
  );
  const before = line.levels.filter((each) => each.end <= offset && each !== level);
  const last = before.at(-1);
  const wordStart = level?.start ?? (line.rest === '' ? offset : line.restStart);
  // In the indentation, or before the word.
  if (
    offset < wordStart ||
    (line.rest === '' && line.levels.length > 0 && last === undefined && level === undefined)
  )
    return undefined;
  const isValue = level === undefined && last?.kind === 'key';
  if (last !== undefined && (isValue ? offset < last.end + 2 : offset < last.end + 1)) return undefined;
  const column = wordStart - start;
  const place = { line: number, column, kind: 'key' } as const;
  if (isValue) {
    const steps = stepsTo(source, { ...place, column: column + 1 }, line.levels);
    const value = valueStart(source, wordStart, offset);
    if (steps === undefined || value === undefined) return undefined;
    return { ...word(source, value, offset, true), ...none, kind: 'value', steps, column, flow: false };
  }
  const found = word(source, wordStart, offset, last?.kind === 'item' && level === undefined);
  if (last?.kind === 'item' && level === undefined && !found.hasColon) {
    const item = { line: number, column: last.column, kind: 'item' } as const;
    const steps = stepsTo(source, item, before.slice(0, -1));
    if (steps === undefined) return undefined;
    const beside = siblingsOf(source, item, before.slice(0, -1));
    return { ...found, ...beside, kind: 'item', steps, column, flow: false };
  }
  const steps = stepsTo(source, place, before);
  if (steps === undefined || /\s/.test(found.typed)) return undefined;
  return { ...found, ...siblingsOf(source, place, before), kind: 'key', steps, column, flow: false };
}

const none: Siblings = { keys: new Set(), items: new Set() };

/** Where a value begins behind anchors and tags; undefined where the caret stands in one of those. */
function valueStart(source: Source, from: number, offset: number): number | undefined {
  const typed = source.text.slice(from, offset);
  if (/^[|>]/.test(typed)) return undefined;
  const properties = /^(?:[&!]\S*[ \t]+)*/.exec(typed)?.[0] ?? '';
  return /^[&!]/.test(typed.slice(properties.length)) ? undefined : from + properties.length;
}

interface Word {
  readonly typed: string;
  readonly span: Span;
  readonly quoted: boolean;
  readonly hasColon: boolean;
}

/** @param isValue whether colons belong to the word. */
function word(source: Source, from: number, offset: number, isValue: boolean): Word {
  const { text } = source;
  const quoted = offset > from && /["']/.test(text[from] ?? '');
  const start = quoted ? from + 1 : from;
  const end = source.lineSpan(source.lineAt(offset)).end;
  const after = text.slice(offset, end);
  const length = (isValue ? /^[^\s,\]}"'#]*/ : /^[^\s,:\]}"'#]*/).exec(after)?.[0].length ?? 0;
  const hasColon = /^["']?[ \t]*:(?:[ \t]|$)/.test(after.slice(length));
  return { typed: text.slice(start, offset), span: { start, end: offset + length }, quoted, hasColon };
}

/** Where brackets begin on the line before the caret. */
function flowStart(line: Line, offset: number): number | undefined {
  const properties = /^(?:[&!]\S*[ \t]+)*/.exec(line.rest)?.[0].length ?? 0;
  const at = line.restStart + properties;
  return /[[{]/.test(line.rest[properties] ?? '') && offset > at ? at : undefined;
}

/** Where the outermost brackets begin that were opened on an earlier line and hold the caret. */
function outerFlow(
  documents: ComposeText['yaml']['documents'],
  number: number,
  offset: number,
  source: Source,
): number | undefined {
  const waiting: unknown[] = documents.map(({ contents }) => contents);
  for (let node = waiting.pop(); waiting.length > 0 || node !== undefined; node = waiting.pop()) {
    if (!isMap(node) && !isSeq(node)) continue;
    const [start, end] = rangeOf(node);
    if (offset <= start || offset > Math.max(end, node.range?.[2] ?? 0)) continue;
    if (node.flow === true) {
      if (offset < end && source.lineAt(start) < number) return start;
    } else if (isMap(node)) waiting.push(...node.items.map(({ value }) => value));
    else waiting.push(...node.items);
  }
  return undefined;
}

function flowCaret(source: Source, from: number, offset: number): Caret | undefined {
  const inside = flowPlace(source.text.slice(from, offset));
  const number = source.lineAt(from);
  const line = readLine(source, number);
  const column = from - source.lineSpan(number).start;
  const outer = stepsTo(source, { line: number, column: column + 1, kind: 'key' }, line.levels);
  if (inside === undefined || outer === undefined) return undefined;
  const steps = [...outer, ...inside.steps.map((name) => ({ name, anchor: undefined }))];
  const { kind, keys, items } = inside;
  const found = word(source, from + inside.start, offset, kind !== 'key');
  return { ...found, kind, steps, keys, items, column, flow: true };
}
