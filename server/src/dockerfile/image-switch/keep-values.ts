import { type WrittenReference } from './written-reference';

/**
 * What has to stand around the variables of a reference so that it becomes another one while their values stay:
 * `dhi.io/python:`, `-debian13` for `python:${VERSION}-slim`. Absent where a value is no part of the other reference.
 */
export function keepValues(
  { literals, variables, text }: WrittenReference,
  to: string,
): readonly string[] | undefined {
  // Somebody who keeps all of a reference in a variable wants to find it there.
  if (literals.every((each) => each.text === '')) return undefined;
  const around: string[] = [];
  let done = 0;
  let at = 0;
  for (const [index, { value }] of variables.entries()) {
    const before = literals[index]?.text ?? '';
    const after = literals[index + 1]?.text ?? '';
    at += before.length;
    const found = placesOf(value, to, {
      isInTag: at > tagColon(text),
      before: before.at(-1) ?? '',
      after: after.charAt(0),
    }).filter((place) => place >= done);
    const [place] = found;
    if (place === undefined || found.length > 1) return undefined;
    around.push(to.slice(done, place));
    done = place + value.length;
    at += value.length;
  }
  return [...around, to.slice(done)];
}

interface Surroundings {
  readonly isInTag: boolean;
  /** The characters beside the variable today. */
  readonly before: string;
  readonly after: string;
}

/** Where a value stands as a word of its own, in the same part of the reference. */
function placesOf(value: string, to: string, { isInTag, before, after }: Surroundings): readonly number[] {
  const places: number[] = [];
  if (value === '') return places;
  for (let place = to.indexOf(value); place >= 0; place = to.indexOf(value, place + 1)) {
    const end = place + value.length;
    const isSame = place > tagColon(to) === isInTag || (!isInTag && end > tagColon(to));
    if (isSame && isEdge(to.charAt(place - 1), before) && isEdge(to.charAt(end), after)) places.push(place);
  }
  return places;
}

function isEdge(character: string, today: string): boolean {
  return character === '' || character === today || /[:/@-]/.test(character);
}

/** Where the tag begins, less one; the end where there is none. */
function tagColon(reference: string): number {
  const colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
  return colon < 0 ? reference.length : colon;
}
