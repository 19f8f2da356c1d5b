import { type Span } from '../text/span';
import { layeredEntries } from './layers';
import { type Entry, type ListValue, type MapValue, type Origin, scalarOf, type Value } from './value';

/**
 * What the entries of one key make together, weakest first: maps are merged, lists appended, else the strongest counts. It
 * reads as the whole, and stands where the strongest stands.
 * @see https://docs.docker.com/reference/compose-file/merge/
 */
export function mergeEntries(entries: readonly Entry[]): Entry | undefined {
  const strongest = entries.at(-1);
  if (strongest === undefined || entries.length === 1) return strongest;
  const { kind } = strongest.value;
  if (kind === 'scalar' || replaced.has(strongest.key)) return strongest;
  const from = 1 + entries.findLastIndex(({ value }) => value.kind !== kind);
  const values = entries.slice(from).map(({ value }) => value);
  if (values.length === 1) return strongest;
  const value =
    kind === 'map'
      ? new MergedMap(values.filter((each) => each.kind === 'map'))
      : new MergedList(values.filter((each) => each.kind === 'list'));
  return new MergedEntry(strongest, value);
}

/** `logging` of another driver has other options: of the weaker one nothing is left. */
export function mergeLogging(entries: readonly Entry[]): Entry | undefined {
  const driver = ({ value }: Entry): string | undefined =>
    value.kind === 'map' ? scalarOf(value.get('driver')?.value)?.text : undefined;
  const wanted = entries.findLast((entry) => driver(entry) !== undefined);
  const name = wanted && driver(wanted);
  const from = 1 + entries.findLastIndex((entry) => driver(entry) !== undefined && driver(entry) !== name);
  return mergeEntries(entries.slice(from));
}

/** Lists that a stronger one takes the place of. */
const replaced = new Set(['command', 'entrypoint', 'test']);

class MergedEntry implements Entry {
  constructor(
    private readonly strongest: Entry,
    readonly value: Value,
  ) {}

  get key(): string {
    return this.strongest.key;
  }
  get keySpan(): Span {
    return this.strongest.keySpan;
  }
  get span(): Span {
    return this.strongest.span;
  }
  get alone(): boolean {
    return this.strongest.alone;
  }
  get inFlow(): boolean {
    return this.strongest.inFlow;
  }
  get origin(): Origin {
    return this.strongest.origin;
  }
}

abstract class Merged<T extends MapValue | ListValue> {
  protected readonly strongest: T;

  /** @param layers weakest first. */
  constructor(protected readonly layers: readonly T[]) {
    const strongest = layers.at(-1);
    if (strongest === undefined) throw new Error('There is nothing to merge.');
    this.strongest = strongest;
  }

  get span(): Span {
    return this.strongest.span;
  }
  get origin(): Origin {
    return this.strongest.origin;
  }
  get tag(): string | undefined {
    return this.strongest.tag;
  }
  get flow(): boolean {
    return this.strongest.flow;
  }
}

class MergedMap extends Merged<MapValue> implements MapValue {
  readonly kind = 'map';
  readonly #byKey = new Map<string, Entry | undefined>();

  get complete(): boolean {
    return this.layers.every(({ complete }) => complete);
  }
  get ownEntries(): readonly Entry[] {
    return this.strongest.ownEntries;
  }
  get entries(): readonly Entry[] {
    const keys = new Set(this.layers.toReversed().flatMap(({ entries }) => entries.map(({ key }) => key)));
    return [...keys].map((key) => this.get(key)).filter((entry) => entry !== undefined);
  }
  get(key: string): Entry | undefined {
    if (!this.#byKey.has(key)) this.#byKey.set(key, mergeEntries(layeredEntries(this.layers, key)));
    return this.#byKey.get(key);
  }
}

class MergedList extends Merged<ListValue> implements ListValue {
  readonly kind = 'list';

  get items(): readonly Value[] {
    return this.layers.flatMap(({ items }) => items);
  }
}
