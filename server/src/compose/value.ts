import { type Known } from '../text/known';
import { type Span } from '../text/span';
import { type Interpolation } from './interpolate';

/** A value of the file, read through aliases and merges. Built when it is first looked at. */
export type Value = ScalarValue | ListValue | MapValue;

interface ValueBase {
  /**
   * Of the value's own text, where it is written: inside the anchor's node for what came through an alias. Tag and anchor
   * are left out. Two values with the same span are the same text.
   */
  readonly span: Span;
  readonly origin: Origin;
  /** `!reset`, `!override` or another explicit tag. */
  readonly tag: string | undefined;
}

/** How a value came to where it is read. */
export interface Origin {
  /**
   * `own`: written there. `alias`: through `*name` in its place. `merge`: through `<<`. `extends`: from the service that
   * `extends` names. The outermost way counts: what is merged into an aliased map came by `alias`.
   */
  readonly kind: 'own' | 'alias' | 'merge' | 'extends';
  /** Of what brings it in: the `*name`, or the map written after `<<`. */
  readonly reference?: Span;
  /** Name of the anchor. */
  readonly name?: string;
}

export interface ScalarValue extends ValueBase {
  readonly kind: 'scalar';
  /** Quotes and escapes removed, variables as written. A plain `0644` or `22:22` stands as written. */
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
  /** True for an empty value, `~` and `null`. */
  readonly isNull: boolean;
  /** The text with its variables filled in. Absent for null, unknown where a variable has no value. */
  readonly resolved: Known<string>;
  readonly interpolation: Interpolation;
  /**
   * Its truth as Compose reads it (`true`, `yes`, `on`, `"true"`); undefined for what is no boolean or not known.
   * @see https://github.com/compose-spec/compose-go/blob/main/loader/interpolate.go
   */
  readonly boolean: boolean | undefined;
  /** Offset of the text's first character, where the text stands in the document as it is; else undefined. */
  readonly textStart: number | undefined;
}

export interface ListValue extends ValueBase {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** True for `[a, b]`. */
  readonly flow: boolean;
}

export interface MapValue extends ValueBase {
  readonly kind: 'map';
  /** With what `<<` merges in, own entries first; of two with one key the one that counts. */
  readonly entries: readonly Entry[];
  /** Those written in the map itself, `<<` left out. */
  readonly ownEntries: readonly Entry[];
  /** The entry that counts. */
  get(key: string): Entry | undefined;
  /** True for `{a: 1}`. */
  readonly flow: boolean;
  /** False where a `<<` merges something that cannot be read, so that a missing key may be there after all. */
  readonly complete: boolean;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  /** From the key to the end of the value (or of the alias that stands for it). */
  readonly span: Span;
  readonly value: Value;
  /** True where the map in which it is written has nothing else. */
  readonly alone: boolean;
  /** True where that map is written with braces. */
  readonly inFlow: boolean;
  /** How the entry came into the map; its value may have come another way. */
  readonly origin: Origin;
}

export const OWN: Origin = { kind: 'own' };
export const EXTENDED: Origin = { kind: 'extends' };

/** The scalar of an entry or value; undefined for anything else. */
export function scalarOf(value: Value | undefined): ScalarValue | undefined {
  return value?.kind === 'scalar' && !value.isNull ? value : undefined;
}

/** The scalars of a list, or a scalar that stands for a list of one. Items of another kind are left out. */
export function scalarsOf(value: Value | undefined): readonly ScalarValue[] {
  const items = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  return items.map(scalarOf).filter((scalar) => scalar !== undefined);
}
