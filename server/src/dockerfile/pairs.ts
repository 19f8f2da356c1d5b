import { UNKNOWN, type Known } from '../text/known';
import { type Span } from '../text/span';
import { findBlank, skipBlanks } from './blanks';
import { expandTemplate, type Lookup } from './expand';
import { type InstructionLine } from './instruction-line';
import { type Pair } from './model';
import { factOf } from './model-map';
import { unquote } from './quotes';
import { parseTemplate, type Template } from './template';
import { wordsOf } from './words';

/** A `name=value` of ENV, LABEL or ARG as it is written. */
export class WrittenPair {
  readonly name: string;
  /** The value with its quotes. */
  readonly raw: string | undefined;
  readonly value: string | undefined;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly valueSpan: Span | undefined;
  readonly #escape: string;
  #template: Template | undefined;

  /** @param equals where the value begins, less one; `end` where there is none. */
  constructor(
    { body, escape }: InstructionLine,
    readonly start: number,
    readonly equals: number,
    readonly end: number,
  ) {
    this.#escape = escape;
    this.name = unquote(body.text.slice(start, equals), escape).trimEnd();
    this.raw = equals < end ? body.text.slice(equals + 1, end) : undefined;
    this.value = this.raw === undefined ? undefined : unquote(this.raw, escape);
    this.span = body.spanOf(start, end);
    this.nameSpan = body.spanOf(start, Math.min(equals, start + this.name.length));
    this.valueSpan = this.raw === undefined ? undefined : body.spanOf(equals + 1, end);
  }

  /** The value with the variables in force; unknown where there is no value. */
  expandWith(lookup: Lookup): Known<string> {
    if (this.raw === undefined) return UNKNOWN;
    this.#template ??= parseTemplate(this.raw, { escape: this.#escape, quotes: true });
    return expandTemplate(this.#template, lookup);
  }
}

/** A `name=value` where it stands. */
export class PairNode implements Pair {
  #resolved: Known<string> | undefined;

  /** @param resolve works the value out when it is first asked for. */
  constructor(
    readonly written: WrittenPair,
    private readonly resolve: (pair: WrittenPair) => Known<string>,
  ) {}

  get name(): string {
    return this.written.name;
  }

  get value(): string | undefined {
    return this.written.value;
  }

  get resolved(): Known<string> {
    return (this.#resolved ??= this.resolve(this.written));
  }

  get span(): Span {
    return this.written.span;
  }

  get nameSpan(): Span {
    return this.written.nameSpan;
  }

  get valueSpan(): Span | undefined {
    return this.written.valueSpan;
  }
}

export interface WrittenPairs {
  readonly pairs: readonly WrittenPair[];
  /** True for `name value to the end`, where the first word has no `=`. */
  readonly legacy: boolean;
}

/** The pairs of an ENV or LABEL. */
export const variablePairs = factOf((line: InstructionLine): WrittenPairs => {
  const { text } = line.body;
  const [first] = wordsOf(text, line.escape);
  if (first === undefined || text.slice(first.start, first.end).includes('='))
    return { pairs: argumentPairs(line), legacy: false };
  const nameEnd = findBlank(text, first.start);
  const value = skipBlanks(text, nameEnd);
  const equals = value < text.length ? value - 1 : text.length;
  return { pairs: [new WrittenPair(line, first.start, equals, text.length)], legacy: true };
});

/** The pairs of an ARG. */
export const argumentPairs = factOf((line: InstructionLine): readonly WrittenPair[] => {
  const { text } = line.body;
  return wordsOf(text, line.escape).map(({ start, end }) => {
    const length = text.slice(start, end).indexOf('=');
    return new WrittenPair(line, start, length < 0 ? end : start + length, end);
  });
});
