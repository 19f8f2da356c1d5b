import { type ImageFacts } from '../../../image/facts';
import { valueOf } from '../../../text/known';

/** Whether the image is the build variant of a hardened image. */
export function isDevVariant({ hardened }: ImageFacts): boolean {
  return hardened !== undefined && valueOf(hardened.variant) === 'dev';
}
