/**
 * A pattern with hints: each text that it fits has one of them in it. Nearly all texts are told by that alone, and the pattern
 * is not asked. That keeps short runs short, where no pattern is warm: V8 compiles one when it is first asked, and again
 * when it is asked a second time, which takes more than all that a small file's rules do with it.
 */
export class HintedPattern {
  /** In lower case where the pattern is not particular about it. */
  readonly hints: readonly string[];
  readonly #pattern: RegExp;

  constructor(pattern: RegExp, ...hints: readonly string[]) {
    this.#pattern = pattern;
    this.hints = hints;
  }

  test(text: string): boolean {
    return this.#mayFit(text) && this.#pattern.test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.#mayFit(text) ? this.#pattern.exec(text) : null;
  }

  /** @see String.prototype.matchAll */
  matchAll(text: string): Iterable<RegExpExecArray> {
    return this.#mayFit(text) ? text.matchAll(this.#pattern) : [];
  }

  #mayFit(text: string): boolean {
    const searched = this.#pattern.ignoreCase ? text.toLowerCase() : text;
    return this.hints.some((hint) => searched.includes(hint));
  }
}
