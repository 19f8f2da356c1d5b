import { type Libc, type Variant } from '../facts';

/** A repository of Docker Hardened Images with all the tags that its public definitions list. */
export interface CatalogImage {
  /** `python` of `dhi.io/python`. */
  readonly name: string;
  /** As its makers call it: `Python`. */
  readonly title: string;
  readonly tags: ReadonlyMap<string, CatalogTag>;
  /** Release line → day of its end of life as `2028-10-31`, where the definitions say one. */
  readonly endOfLife: ReadonlyMap<string, string>;
  /** Its guide speaks of `-fips` tags, which no public definition lists. */
  readonly fips: boolean;
}

/** One tag: *version + suffix + tail*. */
export interface CatalogTag {
  readonly tag: string;
  /** `3.12`, `21-jdk`, `20250419-glibc`. */
  readonly version: string;
  /** What it says of the distribution: `-debian13`, `-alpine`, or nothing. */
  readonly suffix: string;
  /** Flavour and `-dev`: ``, `-dev`, `-fpm`, `-sfw-dev`. */
  readonly tail: string;
  /** Distribution with its release: `debian13`, `alpine3.24`. */
  readonly system: string;
  readonly facts: CatalogFacts;
}

/** What the definition of a tag declares. */
export interface CatalogFacts {
  readonly variant: Variant;
  readonly account: CatalogAccount;
  /** Packages that bring a shell: `bash`, `busybox`, `dash`. */
  readonly shells: readonly string[];
  /** Set where no shell is declared although there must be one: why. */
  readonly shellInferred?: string;
  /** Set where a declared package probably brings a shell: which. */
  readonly shellPossible?: string;
  readonly packageManager: 'apt' | 'apk' | 'dpkg' | 'none';
  readonly libc: Libc;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  /** As EXPOSE would spell them: `8080/tcp`. */
  readonly ports: readonly string[];
  readonly workdir?: string;
  /** Uid that owns the work directory where it is not the image's user, who cannot write there then. */
  readonly workdirOwner?: number;
  readonly stopSignal?: string;
  /** ENV; `null` where it is set to something that the catalogue leaves out. `$PATH` in PATH is the usual path. */
  readonly environment: Readonly<Record<string, string | null>>;
  /** Paths that the definition itself places. What packages bring is not among them. */
  readonly paths: readonly string[];
  /** Well-known packages that it declares: git, gcc, npm. Others may be there through them. */
  readonly tools: readonly string[];
  /** Set where there is only one. */
  readonly platform?: string;
  /** The definition says that it needs root to run. */
  readonly rootRequired: boolean;
}

/** The account that an image runs as, and those that it knows. */
export interface CatalogAccount {
  /** Its name; its number where it has none. */
  readonly user: string;
  readonly uid: number;
  readonly gid: number;
  /** Whether root is declared, so that `USER root` finds its name. */
  readonly rootEntry: boolean;
  /** Names of its other accounts. */
  readonly users: readonly string[];
  readonly groups: readonly string[];
}
