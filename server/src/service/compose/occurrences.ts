import { extendsOf } from '../../compose/layers';
import { loneFile } from '../../compose/project';
import { type ComposeText } from '../../compose/text';
import { Unit } from '../../compose/units';
import { type MapValue, scalarOf, type ScalarValue, type Value } from '../../compose/value';
import { type Span } from '../../text/span';
import { nameIn, namePlace, namingKeys, type PlaceKind, sections, type Thing } from './name-places';

/** A place of one file that declares or uses a name. */
export interface Occurrence {
  readonly thing: Thing;
  readonly name: string;
  /** Of the name alone, in offsets of the file. */
  readonly span: Span;
  readonly declares: boolean;
  /** The service that it belongs to; empty outside services. */
  readonly service: string;
  /** The path that `extends` gives, where the service stands in another file. */
  readonly file: string | undefined;
}

const known = new WeakMap<ComposeText, readonly Occurrence[]>();

/** Every name in a file, once for each text that it stands in. */
export function occurrencesOf(content: ComposeText): readonly Occurrence[] {
  const before = known.get(content);
  if (before !== undefined) return before;
  const found = new Names(content).found;
  known.set(content, found);
  return found;
}

class Names {
  readonly found: Occurrence[] = [];
  /** Offsets of texts: what an anchor shares stands there once. */
  readonly #seen = new Set<number>();

  constructor(content: ComposeText) {
    const unit = new Unit(loneFile('', content), content, 0);
    for (const section of sections)
      for (const { value } of unit.topLevel(section))
        if (value.kind === 'map')
          for (const { key, keySpan } of value.entries)
            if (!key.startsWith('x-')) this.#add('key', [section], key, innerOf(keySpan, key), {});
    for (const [service, declarations] of unit.declarations)
      for (const { keySpan, value } of declarations) {
        this.#add('key', ['services'], service, innerOf(keySpan, service), { service });
        if (value.kind === 'map') this.#addService(service, value);
      }
  }

  #addService(service: string, map: MapValue): void {
    const file = extendsOf(map)?.file?.text;
    for (const { key, value } of map.entries)
      if (namingKeys.has(key))
        this.#walk(value, ['services', service, key], { service, ...(key === 'extends' ? { file } : {}) });
  }

  #walk(value: Value, path: readonly string[], owner: Owner): void {
    // No name stands deeper.
    if (path.length > 5) return;
    if (value.kind === 'scalar') this.#addScalar('value', path, value, owner);
    else if (value.kind === 'list')
      for (const item of value.items)
        if (item.kind === 'scalar') this.#addScalar('item', path, item, owner);
        else this.#walk(item, [...path, '0'], owner);
    else if (!isOtherMount(path, value))
      for (const { key, keySpan, value: inner } of value.entries) {
        this.#add('key', path, key, innerOf(keySpan, key), owner);
        this.#walk(inner, [...path, key], owner);
      }
  }

  #addScalar(kind: PlaceKind, path: readonly string[], scalar: ScalarValue, owner: Owner): void {
    const { textStart, text, isNull } = scalar;
    if (textStart === undefined || isNull) return;
    this.#add(kind, path, text, { start: textStart, end: textStart + text.length }, owner);
  }

  #add(
    kind: PlaceKind,
    path: readonly string[],
    text: string,
    at: Span,
    { service = '', file }: Owner,
  ): void {
    const place = namePlace(path, kind);
    const named = place && nameIn(text, place);
    if (place === undefined || named === undefined || this.#seen.has(at.start)) return;
    this.#seen.add(at.start);
    const start = at.start + named.start;
    const span = { start, end: start + named.name.length };
    this.found.push({ thing: place.thing, name: named.name, span, declares: place.declares, service, file });
  }
}

interface Owner {
  readonly service?: string;
  readonly file?: string | undefined;
}

/** A mount in the long form that is not one of a volume. */
function isOtherMount(path: readonly string[], mount: MapValue): boolean {
  return path[2] === 'volumes' && path.length === 4 && scalarOf(mount.get('type')?.value)?.text !== 'volume';
}

/** Without the quotes of a key. */
function innerOf({ start, end }: Span, key: string): Span {
  return end - start === key.length + 2 ? { start: start + 1, end: end - 1 } : { start, end };
}
