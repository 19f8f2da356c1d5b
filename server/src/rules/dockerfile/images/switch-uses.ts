import { globalDefault } from '../../../dockerfile/image-switch/argument-default';
import { newDefault, switchImages, type ImageSwitch } from '../../../dockerfile/image-switch/switch-images';
import { stageNamedAt, writtenReference } from '../../../dockerfile/image-switch/written-reference';
import { type Dockerfile } from '../../../dockerfile/model';
import { type Span } from '../../../text/span';
import { type Fix } from '../../rule';
import { type ImageUse } from './image-uses';

/** A place, and the reference that is to stand there. */
export interface UseSwitch {
  readonly use: ImageUse;
  readonly to: string;
  /** Places with the same one change together. */
  readonly key: string;
}

/** The places that change together, by their keys. */
export type InStep = ReadonlyMap<string, readonly UseSwitch[]>;

export function inStep(switches: readonly UseSwitch[]): InStep {
  const groups = new Map<string, UseSwitch[]>();
  for (const each of switches) {
    const group = groups.get(each.key);
    if (group === undefined) groups.set(each.key, [each]);
    else group.push(each);
  }
  return groups;
}

/**
 * The default of the ARG that a base image takes a part of its name from, without its quotes: what has to change there.
 * @param end only where the reference ends with the variable.
 */
export function defaultSpan(dockerfile: Dockerfile, use: ImageUse, end = false): Span | undefined {
  if (use.verbatim) return undefined;
  const stage = stageNamedAt(dockerfile, use.span.start);
  const { variables, literals } = (stage && writtenReference(dockerfile, stage)) ?? {};
  const [variable, ...others] = variables ?? [];
  if (variable === undefined || others.length > 0 || (end && literals?.at(-1)?.text !== '')) return undefined;
  return globalDefault(dockerfile, variable.name)?.span;
}

/**
 * Offers another image for a place, and for those that have to go with it; for it alone where they cannot.
 * @param title what it does, as a menu line.
 */
export function switchUses(
  dockerfile: Dockerfile,
  own: UseSwitch,
  groups: InStep,
  title: string,
): Pick<Fix, 'title' | 'edits'> | undefined {
  const all = groups.get(own.key) ?? [];
  const together = all.length < 2 ? undefined : switchImages(dockerfile, all.map(toSwitch));
  const edits = together ?? switchImages(dockerfile, [toSwitch(own)]);
  if (edits === undefined || edits.length === 0) return undefined;
  const value = newDefault(dockerfile, edits);
  if (value !== undefined) return { title: `Change the default to "${value}"`, edits };
  const places = together === undefined ? 1 : all.length;
  return { title: places === 1 ? title : `${title}, in ${places} places`, edits };
}

function toSwitch({ use: { image, span }, to }: UseSwitch): ImageSwitch {
  return { span, from: image.text, to };
}

/** Gives a place another tag, and every other place of its repository that is to have the same. */
export function toTag(use: ImageUse, tag: string | undefined): UseSwitch | undefined {
  return tag === undefined
    ? undefined
    : { use, to: withTag(use, tag), key: `${use.image.repository}:${tag}` };
}

/** The reference with another tag; a digest is left out. */
export function withTag({ image: { name } }: ImageUse, tag: string): string {
  return `${name}:${tag}`;
}
