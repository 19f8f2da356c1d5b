import { type Dockerfile } from '../../../dockerfile/model';
import { isHardened } from '../../../image/hardened-name';
import { type RuleOptions } from '../../rule';

/** Whether a stage stands on a hardened image, or takes files from one, for certain. */
export function namesHardenedImage({ stages }: Dockerfile, options: RuleOptions): boolean {
  return stages.some(({ base, uses }) =>
    [base, ...uses].some(({ image }) => image !== undefined && isHardened(image, options)),
  );
}
