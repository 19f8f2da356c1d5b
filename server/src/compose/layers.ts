import { valueOf } from '../text/known';
import { type Extends } from './field';
import { type Unit, type Units } from './units';
import { type Entry, type MapValue, scalarOf } from './value';

/** What makes up a service, weakest first, and whether that is all of it. */
export interface Layers {
  readonly maps: readonly MapValue[];
  readonly complete: boolean;
}

/** Chains of `extends` longer than this count as unknown, so that they cost no more than their length. */
const longestChain = 16;

interface Collected {
  /** Strongest first. */
  readonly maps: MapValue[];
  complete: boolean;
  /** True where something weaker no longer counts: `!override` or `!reset` on the service. */
  isCut: boolean;
}

/** Lays files, their documents and what `extends` names over each other. */
export class Layering {
  /** Services of the document that others extend, as far as layers were asked for. */
  readonly extended = new Set<string>();

  constructor(private readonly units: Units) {}

  layersOf(name: string): Layers {
    const { layers, project } = this.units;
    // A file that is no YAML may say anything of any service.
    const isClosed = project.isClosed && layers.every((unit) => this.#isSound(unit));
    const into: Collected = { maps: [], complete: isClosed, isCut: false };
    for (const unit of layers.toReversed())
      if (!into.isCut && unit.declarations.has(name)) this.#collect(unit, name, 'own', into, new Set());
    return { maps: into.maps.reverse(), complete: into.complete };
  }

  /** Adds the layers that one file gives a service, as its own or to one that extends it. */
  #collect(unit: Unit, name: string, by: 'own' | 'extends', into: Collected, seen: Set<Entry>): void {
    const declarations = unit.declarations.get(name);
    const last = declarations?.at(-1);
    if (declarations === undefined || last === undefined || seen.has(last) || seen.size > longestChain) {
      into.complete = false;
      return;
    }
    seen.add(last);
    if (by === 'extends' && unit === this.units.own) this.extended.add(name);
    into.complete &&= this.#isSound(unit);
    let base: MapValue | undefined;
    for (const declaration of declarations.toReversed()) {
      const value = by === 'own' ? declaration.value : unit.handedOn(declaration);
      if (value.kind === 'map') {
        into.maps.push(value);
        into.complete &&= value.complete;
        base ??= value.get('extends') === undefined ? undefined : value;
      } else if (value.kind !== 'scalar' || !value.isNull) into.complete = false;
      if (by === 'own' && (value.tag === '!override' || value.tag === '!reset')) {
        into.isCut = true;
        break;
      }
    }
    if (base !== undefined) this.#collectBase(unit, base, into, seen);
  }

  /** The document's own faults are for each rule to weigh. */
  #isSound(unit: Unit): boolean {
    return unit === this.units.own || unit.content.yaml.faults.length === 0;
  }

  #collectBase(unit: Unit, map: MapValue, into: Collected, seen: Set<Entry>): void {
    const named = extendsOf(map);
    if (named === undefined) return;
    const name = named.service?.resolved;
    const path = named.file === undefined ? undefined : valueOf(named.file.resolved);
    const isHere = named.file === undefined;
    const source = isHere ? unit : path === undefined ? undefined : this.units.extended(unit, path);
    if (name?.state !== 'known' || source === undefined) {
      into.complete = false;
      return;
    }
    this.#collect(source, name.value, 'extends', into, seen);
  }
}

/** `extends` of a service's map: a name, or a map with `service` and perhaps `file`. */
export function extendsOf(map: MapValue): Extends | undefined {
  const value = map.get('extends')?.value;
  if (value?.kind === 'map')
    return { service: scalarOf(value.get('service')?.value), file: scalarOf(value.get('file')?.value) };
  const service = scalarOf(value);
  return service === undefined ? undefined : { service, file: undefined };
}

/** The entries of a key in layers, weakest first, after `!reset` and `!override`. */
export function layeredEntries(layers: readonly MapValue[], key: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (const map of layers) {
    const entry = map.get(key);
    if (entry !== undefined) layOver(entries, entry);
  }
  return entries;
}

/** The same for every key that a layer has. */
export function allLayeredEntries(layers: readonly MapValue[]): ReadonlyMap<string, readonly Entry[]> {
  const byKey = new Map<string, Entry[]>();
  for (const map of layers)
    for (const entry of map.entries) {
      const before = byKey.get(entry.key);
      if (before !== undefined) layOver(before, entry);
      else byKey.set(entry.key, entry.value.tag === '!reset' ? [] : [entry]);
    }
  return byKey;
}

function layOver(entries: Entry[], entry: Entry): void {
  const { tag } = entry.value;
  if (tag === '!reset' || tag === '!override') entries.length = 0;
  if (tag !== '!reset') entries.push(entry);
}
