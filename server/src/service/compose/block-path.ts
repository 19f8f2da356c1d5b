import { type Source } from '../../text/source';
import { isMarker, type Level, type Line, readLine } from './lines';

/** One step from the top of a file down to a place: a key, or `0` for an item of a list. */
export interface Step {
  readonly name: string;
  /** Name of the anchor that stands on the value of the step. */
  readonly anchor: string | undefined;
}

/** The thing whose path is looked for: a key (or a word that may become one), or the dash of an item. */
export interface Start {
  readonly line: number;
  readonly column: number;
  readonly kind: Level['kind'];
}

/** Steps to the map or list that holds what stands at a place; undefined inside a text block. */
export function stepsTo(
  source: Source,
  start: Start,
  before: readonly Level[] = [],
): readonly Step[] | undefined {
  const steps: Step[] = [];
  let { column, kind } = start;
  let levels: readonly Level[] = before;
  let rest = '';
  for (let number = start.line; ;) {
    for (const level of levels.toReversed()) {
      if (!holds(level, column, kind)) continue;
      const value = level === levels.at(-1) ? rest : '';
      if (level.kind === 'key' && /^(?:[&!]\S*\s+)*[|>][-+\d]*$/.test(value)) return undefined;
      steps.push({
        name: level.kind === 'key' ? level.key : '0',
        anchor: /^(?:!\S*\s+)?&([^\s,[\]{}]+)/.exec(value)?.[1],
      });
      ({ column, kind } = level);
    }
    number--;
    if (number < 0 || (column === 0 && kind === 'key') || isMarker(source, number)) break;
    ({ levels, rest } = readLine(source, number));
  }
  return steps.reverse();
}

/** Whether a level can be what holds a thing in this column. A list may stand in the column of its key. */
function holds(level: Level, column: number, kind: Level['kind']): boolean {
  return level.column < column || (kind === 'item' && level.kind === 'key' && level.column === column);
}

/** What stands beside a place in the same map or list. */
export interface Siblings {
  readonly keys: ReadonlySet<string>;
  /** Their first words, without quotes. */
  readonly items: ReadonlySet<string>;
}

/** @param before levels of the place's own line that stand before it. */
export function siblingsOf(source: Source, start: Start, before: readonly Level[]): Siblings {
  const keys = new Set<string>();
  const items = new Set<string>();
  /** @returns whether the map or list goes on beyond the line. */
  const collect = (line: Line, isAbove: boolean): boolean => {
    const [first] = line.levels;
    if (line.column === undefined) return true;
    const isOut =
      line.column < start.column || (first !== undefined && holds(first, start.column, start.kind));
    if (isOut && !(isAbove && first?.kind === 'item')) return false;
    for (const level of line.levels)
      if (level.column === start.column) {
        if (level.kind === 'key') keys.add(level.key);
        else items.add(line.rest.replace(/^["']|["']$/g, ''));
      }
    return !isOut;
  };
  const beginsItem = before.some(({ kind, column }) => kind === 'item' && column < start.column);
  if (!beginsItem)
    for (let number = start.line - 1; number >= 0 && !isMarker(source, number); number--)
      if (!collect(readLine(source, number), true)) break;
  for (let number = start.line + 1; number < source.lineCount && !isMarker(source, number); number++)
    if (!collect(readLine(source, number), false)) break;
  return { keys, items };
}
