import { UNKNOWN, type Known } from '../text/known';
import { type MappedText } from '../text/mapped';
import { type Span } from '../text/span';
import { findBlank, skipBlanks } from './blanks';
import { expand, type Lookup } from './expand';
import { type Pair } from './model';
import { unquote } from './quotes';
import { wordsOf } from './words';

/** A `name=value` of ENV, LABEL or ARG. */
export class PairNode implements Pair {
  readonly name: string;
  /** The value with its quotes. */
  readonly raw: string | undefined;
  #resolved: Known<string> | undefined;

  /**
   * @param equals where the value begins, less one; `end` where there is none.
   * @param resolve works the value out when it is first asked for.
   */
  constructor(
    readonly text: MappedText,
    readonly start: number,
    readonly equals: number,
    readonly end: number,
    readonly escape: string,
    private readonly resolve: (pair: PairNode) => Known<string>,
  ) {
    this.name = unquote(text.text.slice(start, equals), escape).trimEnd();
    this.raw = equals < end ? text.text.slice(equals + 1, end) : undefined;
  }

  get value(): string | undefined {
    return this.raw === undefined ? undefined : unquote(this.raw, this.escape);
  }

  get resolved(): Known<string> {
    return (this.#resolved ??= this.resolve(this));
  }

  get span(): Span {
    return this.text.spanOf(this.start, this.end);
  }

  get nameSpan(): Span {
    return this.text.spanOf(this.start, Math.min(this.equals, this.start + this.name.length));
  }

  get valueSpan(): Span | undefined {
    return this.raw === undefined ? undefined : this.text.spanOf(this.equals + 1, this.end);
  }

  /** The value with the variables in force; unknown where there is no value. */
  expandWith(lookup: Lookup): Known<string> {
    return this.raw === undefined ? UNKNOWN : expand(this.raw, lookup, this.escape);
  }
}

/** The pairs of a body; `legacy` reads `name value to the end` where the first word has no `=`. */
export function readPairs(
  body: MappedText,
  escape: string,
  mayBeLegacy: boolean,
  resolve: (pair: PairNode, position: number) => Known<string>,
): { readonly pairs: readonly PairNode[]; readonly legacy: boolean } {
  const { text } = body;
  const words = wordsOf(text, escape);
  const [first] = words;
  if (first === undefined) return { pairs: [], legacy: false };
  if (mayBeLegacy && !text.slice(first.start, first.end).includes('=')) {
    const nameEnd = findBlank(text, first.start);
    const value = skipBlanks(text, nameEnd);
    const equals = value < text.length ? value - 1 : text.length;
    const pair = new PairNode(body, first.start, equals, text.length, escape, (self) => resolve(self, 0));
    return { pairs: [pair], legacy: true };
  }
  const pairs = words.map(({ start, end }, position) => {
    const length = text.slice(start, end).indexOf('=');
    const equals = length < 0 ? end : start + length;
    return new PairNode(body, start, equals, end, escape, (self) => resolve(self, position));
  });
  return { pairs, legacy: false };
}
