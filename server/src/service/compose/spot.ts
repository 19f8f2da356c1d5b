import { type Source } from '../../text/source';
import { type Span } from '../../text/span';

/** A name in a file. */
export interface Spot {
  /** Canonical. */
  readonly uri: string;
  readonly source: Source;
  readonly span: Span;
  /** Whether the name is given here, and not used. */
  readonly declares: boolean;
}

/** Each spot once: several projects may show the same. */
export function distinct(spots: readonly Spot[]): readonly Spot[] {
  return [...new Map(spots.map((spot) => [`${spot.span.start} ${spot.uri}`, spot])).values()];
}
