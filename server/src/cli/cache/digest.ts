import { createHash } from 'node:crypto';

/** Stands for a text: two that differ have, for all practical purposes, different ones. */
export function digest(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  // The lengths keep `['ab', 'c']` and `['a', 'bc']` apart.
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('base64url').slice(0, 27);
}
