import { type Known } from '../text/known';
import { baseFacts } from './bases';
import { type CatalogTag } from './catalog/model';
import { hardenedFacts } from './hardened';
import { keptWith } from './kept';
import { NOTHING_KNOWN } from './nothing-known';
import { type ImageReference } from './reference';

export type PackageManager = 'apt' | 'apk' | 'dnf' | 'yum' | 'microdnf' | 'zypper' | 'pacman' | 'none';
export type Libc = 'glibc' | 'musl' | 'none';
export type Variant = 'runtime' | 'dev';

/** What is known about an image before anything is built on it. Unknown is a value of its own. */
export interface ImageFacts {
  /** The user that the image is configured to run as, as `USER` would spell it: `root`, `nonroot`, `65532`. */
  readonly user: Known<string>;
  /** Whether that user is uid 0. */
  readonly isRoot: Known<boolean>;
  /**
   * Account that its own entry point drops root for before the program starts, as `postgres` in postgres; set only
   * where the image itself starts as root.
   */
  readonly entrypointUser?: string;
  /** Names of accounts that the image is known to have; unknown where the list is not complete. */
  readonly users: Known<readonly string[]>;
  /** Path of the shell that shell-form instructions run in; absent where the image has none. */
  readonly shell: Known<string>;
  readonly packageManager: Known<PackageManager>;
  readonly libc: Known<Libc>;
  /** WORKDIR of the image. */
  readonly workdir: Known<string>;
  /** Number of the account that it runs as. */
  readonly uid: Known<number>;
  /** Absent where the image sets none; the same for its CMD. */
  readonly entrypoint: Known<readonly string[]>;
  readonly command: Known<readonly string[]>;
  /** As EXPOSE spells them: `8080/tcp`. */
  readonly ports: Known<readonly string[]>;
  /** Distribution with its release: `debian13`, `alpine3.24`. */
  readonly system: Known<string>;
  /** Set where the image is a Docker Hardened Image or a mirror of one. */
  readonly hardened?: HardenedImage;
  /** Where the facts come from, in words that a hover can show. */
  readonly source: string;
}

export interface HardenedImage {
  /** Name inside the catalogue: `python`, `static`. */
  readonly repository: string;
  readonly variant: Known<Variant>;
  /** True where the facts were read from the shape of the tag, which the catalogue does not list. */
  readonly inferred: boolean;
  /** The tag's definition, where the catalogue lists it. */
  readonly listed?: CatalogTag;
}

export interface ImageSettings {
  /** Prefixes that stand for `dhi.io/`, such as `registry.example.com/hardened`. */
  readonly hardenedImageMirrors?: readonly string[];
}

/** What is known about an image, by its reference. Never throws; what is not known is `unknown`. */
export function imageFacts(reference: ImageReference, settings: ImageSettings = {}): ImageFacts {
  return factsWith(reference, settings.hardenedImageMirrors);
}

const factsWith = keptWith(
  (reference, hardenedImageMirrors: readonly string[] | undefined): ImageFacts =>
    hardenedFacts(reference, hardenedImageMirrors === undefined ? {} : { hardenedImageMirrors }) ??
    baseFacts(reference) ??
    UNKNOWN_FACTS,
);

const UNKNOWN_FACTS: ImageFacts = {
  ...NOTHING_KNOWN,
  source: 'Nothing is known about this image.',
};
