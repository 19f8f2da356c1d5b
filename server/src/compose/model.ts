import { type Source } from '../text/source';

/** A parsed Compose file. */
export interface Compose {
  readonly source: Source;
}
