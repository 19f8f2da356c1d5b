import { replace, type Edit } from '../../text/edit';
import { type Dockerfile, type Stage } from '../model';
import { globalDefault, isBoundElsewhere, stagesWith } from './argument-default';
import { keepValues } from './keep-values';
import { shareTag } from './share-tag';
import { writtenReference, type WrittenReference } from './written-reference';

/** A base image with variables in it, and what it is to become. */
export interface Wanted {
  readonly stage: Stage;
  readonly written: WrittenReference;
  readonly to: string;
}

/** New texts around the variables, and new values of them. */
export interface Solution {
  readonly around: ReadonlyMap<WrittenReference, readonly string[]>;
  readonly values: ReadonlyMap<string, string>;
}

/** Edits for all of the places; absent where there are none that leave every other place as it is. */
export function solve(dockerfile: Dockerfile, wanted: readonly Wanted[]): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const group of connected(wanted)) {
    const solution = [otherValues, sameValues, shareTag]
      .map((way) => way(dockerfile, group))
      .find((each) => each !== undefined && holds(dockerfile, group, each));
    if (solution === undefined) return undefined;
    edits.push(...editsOf(dockerfile, solution));
  }
  return edits;
}

/** Places that share a variable are changed together. */
function connected(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  let groups: { names: Set<string>; places: Wanted[] }[] = [];
  for (const place of wanted) {
    const names = new Set(place.written.variables.map(({ name }) => name));
    const touched = groups.filter((group) => [...names].some((name) => group.names.has(name)));
    groups = [
      ...groups.filter((group) => !touched.includes(group)),
      {
        names: new Set([...touched.flatMap((group) => [...group.names]), ...names]),
        places: [...touched.flatMap((group) => group.places), place],
      },
    ];
  }
  return groups.map(({ places }) => places);
}

/** What stands in FROM stays, and one value in each of the references changes. */
function otherValues(_: Dockerfile, group: readonly Wanted[]): Solution | undefined {
  const values = new Map<string, string>();
  for (const { written, to } of group) {
    const choice = choicesFor(written, to).find(([name, value]) => (values.get(name) ?? value) === value);
    if (choice === undefined) return undefined;
    values.set(...choice);
  }
  return { around: new Map(), values };
}

function choicesFor({ literals, variables }: WrittenReference, to: string): readonly [string, string][] {
  return variables.flatMap(({ name }, index): readonly [string, string][] => {
    const text = (at: number): string => (literals[at]?.text ?? '') + (variables[at]?.value ?? '');
    const before =
      variables
        .slice(0, index)
        .map((_, at) => text(at))
        .join('') + (literals[index]?.text ?? '');
    const after = literals
      .slice(index + 1)
      .map((_, at) => text(index + 1 + at))
      .join('');
    const value = to.slice(before.length, to.length - after.length);
    return value !== '' && before + value + after === to ? [[name, value]] : [];
  });
}

function sameValues(_: Dockerfile, group: readonly Wanted[]): Solution | undefined {
  const around = new Map<WrittenReference, readonly string[]>();
  for (const { written, to } of group) {
    const texts = keepValues(written, to);
    if (texts === undefined) return undefined;
    around.set(written, texts);
  }
  return { around, values: new Map() };
}

/** Whether every base image becomes what it is to be, those that nobody asked for what they are. */
function holds(dockerfile: Dockerfile, group: readonly Wanted[], { around, values }: Solution): boolean {
  for (const [name, value] of values) {
    const today = globalDefault(dockerfile, name);
    if (today?.value === undefined || today.span === undefined) return false;
    if (!/^[\w.:/@-]+$/.test(value) || isBoundElsewhere(dockerfile, name, today.value, value)) return false;
  }
  const places = new Map(group.map(({ stage, to }) => [stage, to]));
  const touched = new Set([
    ...places.keys(),
    ...[...values.keys()].flatMap((name) => stagesWith(dockerfile, name)),
  ]);
  for (const stage of touched) {
    const written = writtenReference(dockerfile, stage);
    if (written === undefined) return false;
    const texts = around.get(written) ?? written.literals.map(({ text }) => text);
    const becomes = texts
      .map((text, at) => {
        const variable = written.variables[at];
        return text + (variable === undefined ? '' : (values.get(variable.name) ?? variable.value));
      })
      .join('');
    if (becomes !== (places.get(stage) ?? written.text)) return false;
  }
  return true;
}

function editsOf(dockerfile: Dockerfile, { around, values }: Solution): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [name, value] of values) {
    const today = globalDefault(dockerfile, name);
    if (today?.span !== undefined && today.value !== value) edits.push(replace(today.span, value));
  }
  for (const [{ literals }, texts] of around)
    for (const [at, { text, span }] of literals.entries()) {
      const next = texts[at] ?? '';
      if (next !== text) edits.push(replace(span, next));
    }
  return edits;
}
