import { type HardenedImage } from './facts';
import { type ImageReference } from './reference';
import { tagWords } from './tag-words';

/**
 * Distribution of a hardened image with its release, `debian13`, `alpine3.24`: as the catalogue lists it, else by the
 * words of the tag, where none means Debian 13. Absent where the tag says no release.
 * @see https://docs.docker.com/dhi/core-concepts/
 */
export function hardenedSystem({ tag }: ImageReference, { listed }: HardenedImage): string | undefined {
  if (listed !== undefined) return listed.system;
  if (tag === undefined) return undefined;
  const named = tagWords(tag).find((word) => /^(?:debian|alpine)/.test(word));
  if (named === undefined || named === 'debian') return 'debian13';
  return /^(?:debian\d+|alpine\d+\.\d+)$/.test(named) ? named : undefined;
}
