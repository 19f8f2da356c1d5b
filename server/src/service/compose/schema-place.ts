import { type ComposeText } from '../../compose/text';
import { Place } from '../../rules/compose/schema/specification';
import { type Step, stepsTo } from './block-path';
import { readLine } from './lines';

/** Fragments that stand in fragments more deeply than this are left alone. */
const deepest = 5;

/**
 * The path of a place as the specification counts it. What stands in a fragment (`x-common: &common`) counts as what it is
 * merged into or stands for; undefined where that is not known, and for what is the author's own.
 */
export function schemaPath(content: ComposeText, steps: readonly Step[]): readonly string[] | undefined {
  let path = steps;
  for (let depth = 0; isFragment(path); depth++) {
    const index = path.findLastIndex(({ anchor }) => anchor !== undefined);
    const anchor = path[index]?.anchor;
    const user = anchor === undefined || depth > deepest ? undefined : userOf(content, anchor);
    if (user === undefined) return undefined;
    path = [...user, ...path.slice(index + 1)];
  }
  const names = path.map(({ name }) => name);
  return names.some((name, index) => name.startsWith('x-') && index > 0) ? undefined : names;
}

export function schemaPlace(path: readonly string[]): Place {
  return Place.at(path);
}

function isFragment([first]: readonly Step[]): boolean {
  return first?.name.startsWith('x-') === true;
}

/** So many aliases are looked at for one that stands outside fragments. */
const mostAliases = 50;

/** Steps to the first place that takes what the anchor names, `<<` left out. */
function userOf({ source }: ComposeText, anchor: string): readonly Step[] | undefined {
  const name = anchor.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  let fragment: readonly Step[] | undefined;
  let seen = 0;
  for (const { index } of source.text.matchAll(new RegExp(`\\*${name}(?![^\\s,\\]}])`, 'g'))) {
    if (++seen > mostAliases) break;
    const number = source.lineAt(index);
    const line = readLine(source, number);
    const before = line.levels.filter(({ end }) => end <= index);
    if (before.length === 0 || (line.comment !== undefined && line.comment < index)) continue;
    const column = index - source.lineSpan(number).start;
    const steps = stepsTo(source, { line: number, column, kind: 'key' }, before);
    const last = steps?.findIndex((step) => step.name === '<<') ?? -1;
    const user = last < 0 ? steps : steps?.slice(0, last);
    if (user === undefined) continue;
    if (!isFragment(user)) return user;
    fragment ??= user;
  }
  return fragment;
}
