/**
 * Which words a text mentions, in any case. Most of what is asked for is not there: that shows where one of the word's
 * triples of characters is nowhere in the text, without a search through all of it.
 */
export class Mentions {
  readonly #text: string;
  /** A bit for each triple that the text has; several triples share one. */
  readonly #triples = new Uint8Array((1 << BITS) >> 3);

  constructor(text: string) {
    this.#text = text.toLowerCase();
    for (let at = 2; at < this.#text.length; at++) {
      const bit = tripleAt(this.#text, at);
      this.#triples[bit >> 3] = (this.#triples[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }

  /** @param word in lower case. */
  has(word: string): boolean {
    for (let at = 2; at < word.length; at++) {
      const bit = tripleAt(word, at);
      if (((this.#triples[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
    }
    return this.#text.includes(word);
  }
}

/** How many bits number a triple: of 16,384, a long Dockerfile has few. */
const BITS = 14;

/** The bit of the three characters that end at `end`: the upper ones of a product that spreads over all. */
function tripleAt(text: string, end: number): number {
  const triple = text.charCodeAt(end - 2) * 961 + text.charCodeAt(end - 1) * 31 + text.charCodeAt(end);
  return Math.imul(triple, 0x9e3779b1) >>> (32 - BITS);
}
