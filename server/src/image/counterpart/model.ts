import { type CatalogTag } from '../catalog/model';
import { type ImageChange } from '../image-change';

/** What a stage is for: `runtime` ships, `build` only makes what is copied on. */
export type Role = 'runtime' | 'build';

/** The hardened image that can take the place of another one, for one role. */
export interface Counterpart {
  /** Name in the catalogue: `python`. */
  readonly repository: string;
  /** With its distribution: `3.12-debian13-dev`. */
  readonly tag: string;
  /** `dhi.io/python:3.12-debian13-dev`. */
  readonly reference: string;
  /** Distribution with its release: `debian13`. */
  readonly system: string;
  readonly listed: CatalogTag;
  /** What is not as it was, beside what every hardened image changes (user, shell, package manager). */
  readonly changes: readonly ImageChange[];
  /** Repositories that a last stage usually stands on instead: `static` for what golang builds. Empty where it is this one. */
  readonly finalInstead: readonly string[];
}

/** The image is known, and the catalogue has nothing for it in this role. */
export interface NoCounterpart {
  readonly reason: NoCounterpartReason;
  /** A repository that can serve after more work than a change of name. */
  readonly nearest?: string;
  /** As in Counterpart. */
  readonly finalInstead: readonly string[];
}

export type NoCounterpartReason =
  /** No hardened repository does what this image does. */
  | 'no-counterpart'
  /** The release line is too old, too new, or moves. */
  | 'version-not-in-catalogue'
  /** The hardened repository has build tags alone, as maven. */
  | 'build-only'
  | 'no-build-variant'
  | 'no-such-variant'
  | `no-${string}-variant`
  | `no-${string}-edition`
  /** A JDK that the hardened repository does not come with. */
  | 'other-jdk'
  /** The image holds a Python beside uv. */
  | 'holds-python-too'
  | 'windows'
  /** The tag is not one of those whose meaning is known. */
  | 'unknown-tag'
  | `unknown-word:${string}`;
