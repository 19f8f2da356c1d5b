import { type ImageReference } from '../../../image/reference';
import { proposedTag } from '../../../image/release-lines';
import { newestTags } from '../../dockerfile/hardened/placeholder-tags';

/**
 * Tags to propose for a service, best first; none where no tag is certain to exist.
 * @param hardened the name in the catalogue, where the image is a hardened one.
 */
export function tagsToRun(reference: ImageReference, hardened: string | undefined): readonly string[] {
  if (hardened !== undefined)
    return newestTags({ repository: hardened, variant: 'runtime', needsShell: false });
  const tag = proposedTag(reference.repository);
  return tag === undefined ? [] : [tag];
}
