import { type Base, type Dockerfile, type SourceReference } from '../../../dockerfile/model';
import { isHardened } from '../../../image/hardened-name';
import { type RuleOptions } from '../../rule';

/** Whether a stage stands on a hardened image, or takes files from one, for certain. */
export function namesHardenedImage({ stages }: Dockerfile, options: RuleOptions): boolean {
  const names = ({ image }: Base | SourceReference): boolean =>
    image !== undefined && isHardened(image, options);
  return stages.some(({ base }) => names(base)) || stages.some(({ uses }) => uses.some(names));
}
