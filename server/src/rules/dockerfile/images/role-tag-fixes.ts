import { stageNamedAt } from '../../../dockerfile/image-switch/written-reference';
import { type Dockerfile } from '../../../dockerfile/model';
import { type Fix } from '../../rule';
import { tagsForRole } from '../hardened/role-tags';
import { type ImageUse } from './image-uses';
import { switchUses, toTag } from './switch-uses';

const alone = new Map<string, never>();

/**
 * Offers tags of a hardened image for what stands on it, newest first.
 * @param deed begins the titles: `Add the tag`.
 */
export function roleTagFixes(
  dockerfile: Dockerfile,
  use: ImageUse,
  repository: string,
  deed: string,
): readonly (Fix | undefined)[] {
  const stage = stageNamedAt(dockerfile, use.span.start);
  const isBuild = use.image.tag?.endsWith('-dev') === true;
  return tagsForRole(dockerfile, stage, repository, isBuild).map((tag) => {
    const change = toTag(use, tag);
    return change && switchUses(dockerfile, change, alone, `${deed} "${tag}"`);
  });
}
