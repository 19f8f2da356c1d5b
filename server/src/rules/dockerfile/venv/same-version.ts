import { type Stage } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { type Fix } from '../../rule';
import { tagSpanOf } from '../hardened/twin-tag';

/**
 * Offers to build with the version that runs: `3.13-slim` for `3.12.4-slim`, `python3.13-alpine` for `python3.12-alpine`.
 * Absent where the stage's tag is not written out, or does not begin with a version.
 */
export function buildSameVersion({ base }: Stage, version: string): Fix | undefined {
  const { image, text } = base;
  if (image?.tag === undefined || image.text !== text || image.digest !== undefined || version === '')
    return undefined;
  const tag = image.tag.includes('python3')
    ? image.tag.replace(/python3\.\d+/, `python${version}`)
    : image.tag.replace(/^\d+(?:\.\d+){0,2}(?=-|$)/, version);
  if (tag === image.tag) return undefined;
  return { title: `Build on ${image.name}:${tag}`, edits: [replace(tagSpanOf(base), tag)] };
}
