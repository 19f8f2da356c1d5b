/**
 * Which words a text mentions, in any case. Most of what is asked for is not there: that shows where one of the word's
 * triples of characters is nowhere in the text, without a search through all of it.
 */
export class Mentions {
  readonly #text: string;
  /** A bit for each triple that the text has, 32 in a number; several triples share one. */
  readonly #triples = new Array<number>((1 << BITS) >> 5).fill(0);

  constructor(text: string) {
    const lower = text.toLowerCase();
    const triples = this.#triples;
    let [first, second] = [lower.charCodeAt(0), lower.charCodeAt(1)];
    for (let at = 2; at < lower.length; at++) {
      const third = lower.charCodeAt(at);
      const bit = bitOf(first, second, third);
      triples[bit >> 5] = (triples[bit >> 5] ?? 0) | (1 << (bit & 31));
      first = second;
      second = third;
    }
    this.#text = lower;
  }

  /** @param word in lower case. */
  has(word: string): boolean {
    for (let at = 2; at < word.length; at++) {
      const bit = bitOf(word.charCodeAt(at - 2), word.charCodeAt(at - 1), word.charCodeAt(at));
      if (((this.#triples[bit >> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
    }
    return this.#text.includes(word);
  }
}

/** How many bits number a triple: of 16,384, a long Dockerfile has few. */
const BITS = 14;

/** The bit of three characters: the upper ones of a product that spreads over all. */
function bitOf(first: number, second: number, third: number): number {
  return Math.imul(first * 961 + second * 31 + third, 0x9e3779b1) >>> (32 - BITS);
}
