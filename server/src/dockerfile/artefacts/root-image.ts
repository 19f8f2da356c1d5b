import { originalRepository } from '../../image/bases';
import { rootOf } from '../chain';
import { type Base, type Stage } from '../model';

/** The base of the last stage of the chain: an image, or scratch. */
export function rootBase(stage: Stage): Base {
  return rootOf(stage).base;
}

/**
 * Name of the official or hardened image that the stage stands on, whichever of the two: `rust` for `rust:1`, for
 * `dhi.io/rust:1` and for mirrors of them. Absent for all other images.
 */
export function imageName(stage: Stage): string | undefined {
  const { image, facts } = rootBase(stage);
  if (facts.hardened !== undefined) return facts.hardened.repository;
  const repository = image && originalRepository(image.repository);
  const official = 'docker.io/library/';
  return repository?.startsWith(official) === true ? repository.slice(official.length) : undefined;
}
