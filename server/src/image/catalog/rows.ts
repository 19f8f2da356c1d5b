/** Form of the lines of hardened-images.jsonl; scripts/catalog writes it. */

/** The first line. */
export interface HeaderRow {
  readonly format: 3;
  readonly source: CatalogSource;
  /** Length of the lines of all accounts, in characters. */
  readonly accounts: number;
  /**
   * `,python:1234` for each repository, in order: where its line begins, in characters behind the beginning of the first one. Behind
   * the last stands `,:` with the length of them all.
   */
  readonly places: string;
  readonly suffixes: readonly SuffixRow[];
}

/** Where the facts were taken from. */
export interface CatalogSource {
  readonly repository: string;
  readonly commit: string;
  /** ISO 8601, of the commit. */
  readonly date: string;
  readonly licence: string;
  readonly registry: string;
}

/** A line behind the first, where `account` stands before all this: its place among the accounts, from 0. */
export interface AccountRow {
  /** `null` where the account has no name. */
  readonly user: string | null;
  readonly uid: number;
  /** `null` where the number belongs to no declared account. */
  readonly gid: number | null;
  readonly rootEntry?: boolean;
  readonly users?: Readonly<Record<string, number | string>>;
  readonly groups?: Readonly<Record<string, number | string>>;
  /** Another spelling of the user in the definition, a number. */
  readonly declaredAs?: string;
}

/** A distribution and what tags call it. */
export interface SuffixRow {
  readonly os: string;
  readonly s: readonly string[];
}

/** Every further line: one repository. */
export interface ImageRow {
  readonly name: string;
  readonly title: string;
  readonly facts: readonly FactsRow[];
  readonly versions: readonly (readonly string[])[];
  /** Indices into facts and suffixes, the tail, index into versions. */
  readonly tags: readonly (readonly [facts: number, suffixes: number, tail: string, versions: number])[];
  readonly env?: readonly Readonly<Record<string, string | null>>[];
  readonly bin?: readonly (readonly string[])[];
  readonly tools?: readonly (readonly string[])[];
  readonly eol?: Readonly<Record<string, string>>;
  readonly fipsInGuide?: boolean;
}

/** Keys that are missing: none, not declared, or false. */
export interface FactsRow {
  readonly kind: 'runtime' | 'dev';
  /** Place among the accounts; env, bin and tools are indices into the image's own lists. */
  readonly user: number;
  readonly sh?: readonly string[];
  readonly shInferred?: string;
  readonly shPossible?: string;
  readonly pm?: 'apt' | 'apk' | 'dpkg';
  readonly libc?: 'none' | 'musl' | 'glibc';
  readonly ep?: readonly string[];
  readonly cmd?: readonly string[];
  readonly ports?: readonly (number | string)[];
  readonly wd?: string;
  readonly wdOwner?: number;
  readonly sig?: string;
  readonly env?: number;
  readonly bin?: number;
  readonly tools?: number;
  readonly only?: string;
  readonly rootRequired?: boolean;
}
