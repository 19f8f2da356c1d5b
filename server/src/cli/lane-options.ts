import { type LaneOptions } from './lane';
import { type LintOptions } from './lint-options';
import { type Format } from './reporters/formats';

/** Formats that tell what an editor would offer. */
const withOffers: ReadonlySet<Format> = new Set(['json', 'sarif']);

/** What lanes are to find out for the reports of a run; all of it for a cache, which other runs read. */
export function laneOptions(options: LintOptions): LaneOptions {
  const withFacts = isCached(options);
  return {
    ...options,
    withOffers: withFacts || options.outputs.some(({ format }) => withOffers.has(format)),
    withSilenced: withFacts || options.outputs.some(({ format }) => format === 'sarif'),
    withFacts,
  };
}

/** What is to be repaired is looked at anew: a repair changes what other files are checked against. */
export function isCached({ cache, fix }: LintOptions): boolean {
  return cache !== undefined && fix === 'none';
}
