/** How many documents a property looks at: few in `npm test`, more by `npm run fuzz`. */
export const runs = Number(process.env['FUZZ_RUNS'] ?? '300');

/** A document that takes longer is taken for a hang, in milliseconds. */
export const longest = 1000;
