import { closest as closestOf, distance } from 'fastest-levenshtein';

/** The candidate that the word was probably meant to be; absent where none is near enough to be worth a guess. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const lower = word.toLowerCase();
  const best = closestOf(
    lower,
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  const found = candidates.find((candidate) => candidate.toLowerCase() === best);
  return distance(lower, best) <= Math.max(1, Math.floor(word.length / 3)) ? found : undefined;
}
