import { closest as closestOf, distance } from 'fastest-levenshtein';

/** The candidate that the word was probably meant to be; absent where none is near enough to be worth a guess. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const lower = word.toLowerCase();
  const swapped = candidates.find((candidate) => isSwap(lower, candidate.toLowerCase()));
  if (swapped !== undefined) return swapped;
  const best = closestOf(
    lower,
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  const found = candidates.find((candidate) => candidate.toLowerCase() === best);
  return distance(lower, best) <= Math.max(1, Math.floor(word.length / 3)) ? found : undefined;
}

/** Whether two neighbouring letters have changed places, the most usual slip: `FORM` for `FROM`. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = Array.from(a).findIndex((letter, index) => letter !== b.charAt(index));
  return at >= 0 && b === a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
}
