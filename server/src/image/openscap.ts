import { valueOf } from '../text/known';
import { type ImageFacts } from './facts';

/**
 * Which variant of the hardened OpenSCAP an image is; absent for all others. Only the build variant has oscap-docker,
 * which needs root to speak to the engine, so there it is no fault to ship it.
 * @see https://github.com/docker-hardened-images/catalog/tree/main/image/openscap
 */
export function openscapVariant({ hardened }: ImageFacts): 'runtime' | 'dev' | undefined {
  return hardened?.repository === 'openscap' ? valueOf(hardened.variant) : undefined;
}

/** The program that is in the build variant alone. */
export const OSCAP_DOCKER = 'oscap-docker';
