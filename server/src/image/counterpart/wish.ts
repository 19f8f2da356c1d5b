import { type ImageChange } from '../image-change';
import { type NoCounterpartReason } from './model';

/** What a hardened tag has to be to take the place of an upstream one. */
export interface Wish {
  /** As upstream says it; empty for the newest. */
  readonly version: string;
  /** How many parts of the version must stay. */
  readonly line: number;
  /** Distributions in order: `debian12`, `debian*` for any release of it. */
  readonly systems: readonly string[];
  /** The word of the upstream tag that asks for the first of them; absent where none does. */
  readonly asked?: string;
  /** What upstream's plain tag stands on; absent where that is not known, or where nothing depends on it. */
  readonly base?: 'debian' | 'alpine';
  /** Ending of the version: `-jdk`. */
  readonly versionSuffix: string;
  /** Flavour and `-dev`. */
  readonly tail: string;
  /** Versions are days, and the newest of them with this ending is meant. */
  readonly newestDay?: true;
  readonly changes: readonly ImageChange[];
}

/** Why there is nothing to wish for. */
export interface Refusal {
  readonly reason: NoCounterpartReason;
}

export const ANY_SYSTEM: readonly string[] = ['debian*', 'alpine*'];
