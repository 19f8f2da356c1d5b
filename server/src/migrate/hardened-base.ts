import { counterpartOf } from '../image/counterpart/counterpart';
import { type Counterpart, type NoCounterpart, type Role } from '../image/counterpart/model';
import { devTwin } from '../image/catalog/twins';
import { type CatalogTag } from '../image/catalog/model';
import { type ImageChange } from '../image/image-change';
import { parseReference, type ImageReference } from '../image/reference';

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
  const runtime = counterpartOf(image, 'runtime');
  if (runtime === undefined || 'reason' in runtime)
    return { runtime: undefined, build: baseFor(image, 'build'), none: runtime };
  // The twin of a JRE is a JRE with a shell, and compiles nothing.
  const isJre = runtime.changes.some(({ kind }) => kind === 'jdk-to-jre');
  const twin = isJre ? undefined : buildTwin(runtime);
  return { runtime, build: twin ?? baseFor(image, 'build', runtime.system) };
}

/** The hardened image for a stage that does one thing only; absent where there is none. */
export function baseFor(image: ImageReference, role: Role, system?: string): HardenedBase | undefined {
  const found = counterpartOf(image, role);
  if (found === undefined || 'reason' in found) return undefined;
  return system === undefined || found.system === system ? found : undefined;
}

/** By the name of an upstream image, for languages: `hardenedFor('python:3.12-slim', 'build')`. */
export function hardenedFor(name: string, role: Role): HardenedBase | undefined {
  const parsed = parseReference(name);
  return 'reference' in parsed ? baseFor(parsed.reference, role) : undefined;
}

/** The image to build with for one that runs: of the same version and distribution. */
export function buildTwin({
  repository,
  tag,
  changes,
}: Counterpart | HardenedBase): HardenedBase | undefined {
  const twin = devTwin(repository, tag);
  if (twin === undefined || 'missing' in twin || twin.listed === undefined) return undefined;
  return {
    repository,
    tag: twin.tag,
    reference: `dhi.io/${repository}:${twin.tag}`,
    listed: twin.listed,
    changes: [...changes, ...twin.changes],
  };
}

/** The account that an image runs as, as USER and --chown spell it; absent where that is root. */
export function ownUser({ listed }: HardenedBase): string | undefined {
  const { uid, gid } = listed.facts.account;
  return uid === 0 ? undefined : `${uid}:${gid}`;
}
