import { type Dockerfile } from '../model';
import { stagesWith } from './argument-default';
import { type Solution, type Wanted } from './solve';
import { writtenReference, type WrittenReference } from './written-reference';

/**
 * Gives one variable what the new tags of all places begin with, and writes the rest behind it: `TAG=3.12-debian13` with
 * `${TAG}-dev` and `${TAG}`. For references in which one variable holds the tag, its beginning, or all of the reference.
 */
export function shareTag(dockerfile: Dockerfile, group: readonly Wanted[]): Solution | undefined {
  const [variable, ...others] = group[0]?.written.variables ?? [];
  if (variable === undefined || others.length > 0) return undefined;
  const targets = new Map(group.map(({ stage, to }) => [stage, to]));
  const places: { written: WrittenReference; name: string; held: string }[] = [];
  for (const stage of stagesWith(dockerfile, variable.name)) {
    const written = writtenReference(dockerfile, stage);
    if (written?.variables.length !== 1) return undefined;
    const to = targets.get(stage) ?? written.text;
    const before = written.literals[0]?.text ?? '';
    const start = before === '' ? 0 : to.indexOf(':', to.lastIndexOf('/') + 1) + 1;
    if (before !== '' && (!before.endsWith(':') || start === 0)) return undefined;
    places.push({ written, name: to.slice(0, start), held: to.slice(start) });
  }
  const isWhole = places.every(({ written }) => written.literals[1]?.text === '');
  const words = isWhole ? Infinity : variable.value.split('-').length;
  const value = commonStart(
    places.map(({ held }) => held),
    words,
  );
  if (value === '' || (places[0]?.name === '' && !value.includes(':'))) return undefined;
  return {
    values: new Map([[variable.name, value]]),
    around: new Map(
      places.map(({ written, name, held }) => [written, [name, held.slice(value.length)]] as const),
    ),
  };
}

/** The words, divided by hyphens, that all texts begin with; so many at most. */
function commonStart([first = '', ...others]: readonly string[], most: number): string {
  const words = first.split('-');
  for (let count = Math.min(words.length, most); count > 0; count--) {
    const start = words.slice(0, count).join('-');
    if (others.every((text) => text === start || text.startsWith(`${start}-`))) return start;
  }
  return '';
}
