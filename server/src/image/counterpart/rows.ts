import { type ChangeNote } from '../image-change';
import { type NoCounterpartReason } from './model';

/** Form of the lines of counterparts.jsonl. All patterns are sources of regular expressions. */

/** The first line. */
export interface CounterpartsHeader {
  readonly format: 2;
  readonly osWords: readonly SystemWordRow[];
  /** Names where `*` stands for one part of a path: the catalogue has nothing for any of those images. */
  readonly noneOf: readonly string[];
}

/** A word of an upstream tag that names its distribution. */
export interface SystemWordRow {
  readonly match: string;
  /** Distributions that take its place, the first one first: `debian12`, `debian*` for any release. */
  readonly want?: readonly string[];
  /** Set where packages are another matter. */
  readonly other?: 'ubuntu' | 'rpm';
  readonly none?: NoCounterpartReason;
}

/** An image that the catalogue has nothing for. */
export interface NoneRow {
  readonly name: string;
  readonly none: true;
  /** A repository that can serve after more work than a change of name. */
  readonly nearest?: string;
}

/** What tags of one role look like: *version + vs + distribution + tail*. */
export interface PatternRow {
  readonly vs?: string;
  readonly tail?: string;
}

/** How a role is made; `null` where there is no such stage. */
export interface RolesRow {
  readonly runtime?: PatternRow | null;
  readonly build?: PatternRow | null;
}

/** An upstream image and the rule that turns its tags into those of a hardened repository. */
export interface CounterpartRow extends RolesRow {
  readonly name: string;
  readonly none?: undefined;
  readonly to: string;
  /** How many dotted parts of a version name a release line. Absent where `fixed` says all. */
  readonly line?: number;
  /** First word of the tag → version; empty for the newest, `null` where there is no counterpart. */
  readonly aliases?: Readonly<Record<string, string | null>>;
  /** Replaced in the tag before anything else. */
  readonly pre?: readonly (readonly [pattern: string, by: string])[];
  readonly words?: readonly WordRow[];
  /** Used where the tag says nothing else; then it is assumed. */
  readonly defaults?: PatternRow;
  /** Whole tags. */
  readonly fixed?: readonly FixedRow[];
  readonly perVersion?: readonly ({ readonly match: string } & RolesRow)[];
  /** Version and distribution that the name of the image says. */
  readonly pinned?: string;
  readonly os?: string;
  /** The words of the tag say nothing of this version. */
  readonly fixedVersion?: string;
  /** What the last stage usually needs in its place. */
  readonly final?: readonly string[];
  /** Distribution that the plain tag of the original stands on, where it is not Debian. */
  readonly base?: 'alpine' | 'none';
  readonly note?: ChangeNote;
  /** The original holds a JDK. */
  readonly jre?: boolean;
  /** Its `-dev` tags are of the same image. */
  readonly chainguard?: boolean;
  /** Ending of the versions of `static`. */
  readonly distroless?: string;
  /** Client and daemon are two hardened repositories. */
  readonly docker?: boolean;
  readonly noTag?: boolean;
  readonly osFromVersion?: 'alpine';
  readonly wordpress?: boolean;
  readonly needsFpm?: boolean;
}

/** Another word of the tag. Where it says nothing beside `match`, the word changes nothing. */
export interface WordRow extends RolesRow {
  readonly match: string;
  readonly none?: NoCounterpartReason;
  readonly vs?: string;
  readonly want?: readonly string[];
  /** The word has no meaning there, and people should be told. */
  readonly drop?: boolean;
  /** Version of PHP, and its process manager. */
  readonly php?: string;
  readonly fpm?: boolean;
}

export interface FixedRow {
  readonly match: string;
  readonly none?: NoCounterpartReason;
  readonly version?: string;
  readonly latest?: boolean;
}
