import { rootBase } from '../dockerfile/artefacts/root-image';
import { type Stage } from '../dockerfile/model';
import { stageCounterpart } from '../image/counterpart/for-stage';
import { type NoCounterpart, type Role } from '../image/counterpart/model';
import { type CatalogTag } from '../image/catalog/model';
import { type ImageChange } from '../image/image-change';
import { parseReference, type ImageReference } from '../image/reference';
import { valueOf } from '../text/known';

/** A hardened image that a stage is to stand on. */
export interface HardenedBase {
  /** `python`. */
  readonly repository: string;
  /** `3.12-debian13-dev`. */
  readonly tag: string;
  /** `dhi.io/python:3.12-debian13-dev`. */
  readonly reference: string;
  readonly listed: CatalogTag;
  /** What else changes against the image before. */
  readonly changes: readonly ImageChange[];
}

/** The runtime image and the build image for one original, of one version and one distribution. */
export interface BasePair {
  readonly runtime: HardenedBase | undefined;
  readonly build: HardenedBase | undefined;
  /** Why one of them is missing. */
  readonly none?: NoCounterpart | undefined;
}

export function basePair(image: ImageReference): BasePair {
  const runtime = stageCounterpart(image, 'runtime');
  if (runtime === undefined || 'reason' in runtime)
    return { runtime: undefined, build: baseFor(image, 'build'), none: runtime };
  const build = baseFor(image, 'build');
  return { runtime, build: build?.listed.system === runtime.system ? build : undefined };
}

/** The hardened image for a stage that does one thing only; absent where there is none. */
function baseFor(image: ImageReference, role: Role): HardenedBase | undefined {
  const found = stageCounterpart(image, role);
  return found === undefined || 'reason' in found ? undefined : found;
}

/** By the name of an upstream image, for languages: `hardenedFor('python:3.12-slim', 'build')`. */
export function hardenedFor(name: string, role: Role): HardenedBase | undefined {
  const parsed = parseReference(name);
  return 'reference' in parsed ? baseFor(parsed.reference, role) : undefined;
}

/**
 * Distribution with its release (`debian13`) that a stage which builds stands on when all is migrated; absent where that is
 * not known.
 */
export function buildSystem(stage: Stage): string | undefined {
  const { image, facts } = rootBase(stage);
  const hardened = image === undefined || facts.hardened !== undefined ? undefined : baseFor(image, 'build');
  return hardened?.listed.system ?? valueOf(facts.system);
}

/** The account that an image runs as, as USER and --chown spell it; absent where that is root. */
export function ownUser({ listed }: HardenedBase): string | undefined {
  const { uid, gid } = listed.facts.account;
  return uid === 0 ? undefined : `${uid}:${gid}`;
}
