const wanted = process.env['FUZZ_RUNS'];

/**
 * How many documents a property looks at, and which: in `npm test` always the same few, so that it says the same of the
 * same tree; by `npm run fuzz` many, and others each time.
 */
export const budget = wanted === undefined ? { numRuns: 300, seed: 1 } : { numRuns: Number(wanted) };

/** A document that takes longer is taken for a hang, in milliseconds. */
export const longest = 1000;
