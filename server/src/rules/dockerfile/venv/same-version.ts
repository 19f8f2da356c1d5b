import { type Stage } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { type Fix } from '../../rule';
import { tagSpanOf } from '../hardened/twin-tag';

/**
 * Offers to build with the version that runs: `3.13-slim` for `3.12.4-slim`, `python3.13-alpine` for `python3.12-alpine`.
 * Absent where the stage's tag is not written out, or does not name the version.
 * @param made the version that the stage has
 */
export function buildSameVersion({ base }: Stage, made: string, version: string): Fix | undefined {
  const { image, text } = base;
  if (image?.tag === undefined || image.text !== text || image.digest !== undefined) return undefined;
  const named = /^(.*?-?python|)(\d+(?:\.\d+){0,2})(?=-|$)/.exec(image.tag);
  const [whole, before, own] = named ?? [];
  if (whole === undefined || own === undefined || version === '') return undefined;
  if (made === '' || !`${own}.`.startsWith(`${made}.`)) return undefined;
  const tag = `${before ?? ''}${version}${image.tag.slice(whole.length)}`;
  return { title: `Build on ${image.name}:${tag}`, edits: [replace(tagSpanOf(base), tag)] };
}
