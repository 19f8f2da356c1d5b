import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { ABSENT, type Known } from '../text/known';
import { type Span } from '../text/span';
import { interpolate, type Interpolation, type Variables } from './interpolate';
import {
  type Entry,
  type ListValue,
  type MapValue,
  type Origin,
  type ScalarValue,
  type Value,
} from './value';
import { type KeyedPair, Merges } from './merges';
import { rangeOf, type Yaml } from './yaml';

/** What values need to be read: the text, the aliases and merges, the variables. */
export class Reader {
  readonly merges: Merges;

  /** @param base what is added to the offsets of the text, so that spans of several files can be told apart. */
  constructor(
    readonly text: string,
    readonly yaml: Yaml,
    readonly variables: Variables,
    readonly base = 0,
  ) {
    this.merges = new Merges(yaml);
  }

  value(node: unknown, origin: Origin, at: number): Value {
    if (isAlias(node)) {
      const target = this.yaml.target(node);
      const reference = this.spanOf(node);
      const through: Origin =
        origin.kind === 'own' ? { kind: 'alias', reference, name: node.source } : origin;
      return target === undefined ? new Unreadable(reference, through) : this.value(target, through, at);
    }
    if (isScalar(node)) return new ScalarView(this, node, origin);
    if (isSeq(node)) return new ListView(this, node, origin);
    if (isMap(node)) return new MapView(this, node, origin);
    return new Unreadable({ start: at, end: at }, origin, ABSENT);
  }

  /** The value of an entry as it looks to a service that takes it over from another. */
  reread(entry: Entry, origin: Origin): Value {
    return entry instanceof EntryView ? this.value(entry.pair.value, origin, entry.keySpan.end) : entry.value;
  }

  spanOf(node: Node): Span {
    const [start, end] = rangeOf(node);
    return { start: this.base + start, end: this.base + end };
  }

  /** The end of a span without the blanks that it ends in. */
  trimmedEnd({ start, end }: Span): number {
    return start + this.text.slice(start - this.base, end - this.base).trimEnd().length;
  }

  /** Whether a text stands at this place as it is. */
  holds(text: string, at: number): boolean {
    return this.text.startsWith(text, at - this.base);
  }
}

const styles = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
} as const;

class ScalarView implements ScalarValue {
  readonly kind = 'scalar';
  #interpolation: Interpolation | undefined;

  constructor(
    readonly reader: Reader,
    readonly node: Scalar,
    readonly origin: Origin,
  ) {}

  get span(): Span {
    const span = this.reader.spanOf(this.node);
    return this.style === 'block' ? { start: span.start, end: this.reader.trimmedEnd(span) } : span;
  }
  get tag(): string | undefined {
    return this.node.tag;
  }
  get style(): ScalarValue['style'] {
    return this.node.type === undefined ? 'plain' : styles[this.node.type];
  }
  get text(): string {
    return this.node.source ?? '';
  }
  get isNull(): boolean {
    return this.style === 'plain' && /^(?:~|null|Null|NULL)?$/.test(this.text);
  }
  get interpolation(): Interpolation {
    return (this.#interpolation ??= interpolate(this.text, this.reader.variables));
  }
  get resolved(): Known<string> {
    return this.isNull ? ABSENT : this.interpolation.value;
  }
  get boolean(): boolean | undefined {
    const value = this.resolved;
    if (value.state !== 'known') return undefined;
    if (/^(?:true|y|yes|on)$/i.test(value.value)) return true;
    return /^(?:false|n|no|off)$/i.test(value.value) ? false : undefined;
  }
  get textStart(): number | undefined {
    const start = this.span.start + (this.style === 'plain' ? 0 : 1);
    return this.style !== 'block' && this.reader.holds(this.text, start) ? start : undefined;
  }
}

/** An alias that names nothing (its value is unknown), or a value that is not there at all. */
class Unreadable implements ScalarValue {
  readonly kind = 'scalar';
  readonly tag = undefined;
  readonly text = '';
  readonly style = 'plain';
  readonly boolean = undefined;
  readonly textStart = undefined;

  constructor(
    readonly span: Span,
    readonly origin: Origin,
    readonly resolved: Known<string> = { state: 'unknown' },
  ) {}

  get isNull(): boolean {
    return this.resolved.state === 'absent';
  }
  get interpolation(): Interpolation {
    return { ...interpolate('${}', new Map()), faults: [] };
  }
}

/** What lists and maps have in common. */
abstract class CollectionView<N extends YAMLSeq | YAMLMap> {
  constructor(
    readonly reader: Reader,
    readonly node: N,
    readonly origin: Origin,
  ) {}

  get span(): Span {
    return blockSpan(this.reader, this.node);
  }
  get tag(): string | undefined {
    return this.node.tag;
  }
  get flow(): boolean {
    return this.node.flow === true;
  }
}

class ListView extends CollectionView<YAMLSeq> implements ListValue {
  readonly kind = 'list';
  #items: readonly Value[] | undefined;

  get items(): readonly Value[] {
    return (this.#items ??= this.node.items.map((item) =>
      this.reader.value(item, this.origin, this.span.start),
    ));
  }
}

class MapView extends CollectionView<YAMLMap> implements MapValue {
  readonly kind = 'map';
  #entries: readonly Entry[] | undefined;
  #byKey: ReadonlyMap<string, Entry> | undefined;

  get complete(): boolean {
    return this.reader.merges.of(this.node).complete;
  }
  get entries(): readonly Entry[] {
    return (this.#entries ??= this.#readEntries());
  }
  get ownEntries(): readonly Entry[] {
    return this.entries.slice(0, this.reader.merges.of(this.node).own.length);
  }
  get(key: string): Entry | undefined {
    if (this.entries.length <= few) return this.entries.find((entry) => entry.key === key);
    this.#byKey ??= new Map(this.entries.map((entry) => [entry.key, entry]));
    return this.#byKey.get(key);
  }

  #readEntries(): readonly Entry[] {
    const { reader, node, origin } = this;
    const { own, inherited } = reader.merges.of(node);
    const entries = own.map((pair) => new EntryView(reader, pair, node, origin));
    for (const { pair, map, source } of inherited) {
      const through = origin.kind === 'own' ? mergeOrigin(reader, source) : origin;
      entries.push(new EntryView(reader, pair, map, through));
    }
    return entries;
  }
}

/** Among so many entries one is found sooner by looking through them than by a table that has to be made first. */
const few = 12;

class EntryView implements Entry {
  #value: Value | undefined;

  constructor(
    readonly reader: Reader,
    readonly pair: KeyedPair,
    readonly map: YAMLMap,
    readonly origin: Origin,
  ) {}

  get alone(): boolean {
    return this.map.items.length === 1;
  }
  get inFlow(): boolean {
    return this.map.flow === true;
  }
  get key(): string {
    return this.pair.key.source ?? '';
  }
  get keySpan(): Span {
    return this.reader.spanOf(this.pair.key);
  }
  get span(): Span {
    const { value } = this.pair;
    const end = isAlias(value) ? this.reader.spanOf(value).end : this.value.span.end;
    return { start: this.keySpan.start, end: Math.max(this.keySpan.end, end) };
  }
  get value(): Value {
    return (this.#value ??= this.reader.value(this.pair.value, this.origin, this.keySpan.end));
  }
}

function mergeOrigin(reader: Reader, source: unknown): Origin {
  if (isAlias(source)) return { kind: 'merge', reference: reader.spanOf(source), name: source.source };
  return isMap(source) ? { kind: 'merge', reference: reader.spanOf(source) } : { kind: 'merge' };
}

/** A block collection ends with its last item; what the library counts after that are blank lines and comments. */
function blockSpan(reader: Reader, node: YAMLMap | YAMLSeq): Span {
  const { start, end } = reader.spanOf(node);
  if (node.flow === true) return { start, end };
  let last: unknown = node;
  for (let depth = 0; depth < 1000; depth++) {
    const inner: unknown = isMap(last) ? lastOf(last) : isSeq(last) ? last.items.at(-1) : undefined;
    if (inner === undefined || inner === null) break;
    last = inner;
    if ((isMap(last) || isSeq(last)) && last.flow === true) break;
  }
  const lastEnd = last === node ? end : reader.spanOf(last as Node).end;
  return { start, end: reader.trimmedEnd({ start, end: lastEnd }) };
}

function lastOf(map: YAMLMap): unknown {
  const pair = map.items.at(-1);
  return pair?.value ?? pair?.key;
}
