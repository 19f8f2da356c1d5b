import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { changesInTitle } from '../../../image/counterpart/describe';
import { type Fix } from '../../rule';
import { devTwinOf, retag } from '../hardened/twin-tag';

/**
 * Offers the build variant for a stage that needs what the runtime variant leaves out. Absent for a stage that ships:
 * that must not become a build variant.
 * @param root the lowest stage of the chain, which names the image.
 */
export function toBuildVariant(root: Stage, dockerfile: Dockerfile): Fix | undefined {
  const twin = dockerfile.ships(root) ? undefined : devTwinOf(root.base);
  const edits = retag(dockerfile, root.base, twin?.tag);
  if (twin === undefined || edits === undefined) return undefined;
  return {
    title: `Change the stage's image to the build variant "${twin.tag}"${changesInTitle(twin.changes)}`,
    edits,
  };
}
