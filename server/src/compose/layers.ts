import { type Extends } from './field';
import { type Entry, type MapValue, type Origin, scalarOf, type Value } from './value';

/** What makes up a service, weakest first, and whether that is all of it. */
export interface Layers {
  readonly maps: readonly MapValue[];
  readonly complete: boolean;
}

/** Reads a declaration's value anew, marked as come from elsewhere. */
export type Inherit = (declaration: Entry, origin: Origin) => Value;

/** Chains of `extends` longer than this count as unknown, so that they cost no more than their length. */
const longestChain = 16;

/** Lays `extends` and several documents over each other. */
export class Layering {
  /** @param declarations of each service by name, one for each document that writes it, in their order. */
  constructor(
    private readonly declarations: ReadonlyMap<string, readonly Entry[]>,
    private readonly inherit: Inherit,
  ) {}

  layersOf(name: string): Layers {
    const maps: MapValue[] = [];
    const complete = this.#collect(name, undefined, maps, new Set());
    return { maps: maps.reverse(), complete };
  }

  /** Adds the layers of a service, strongest first. */
  #collect(name: string, origin: Origin | undefined, maps: MapValue[], seen: Set<string>): boolean {
    let next: { readonly name: string; readonly origin: Origin } | undefined;
    let complete = true;
    if (seen.has(name) || seen.size > longestChain) return false;
    seen.add(name);
    for (const declaration of (this.declarations.get(name) ?? []).toReversed()) {
      const value = origin === undefined ? declaration.value : this.inherit(declaration, origin);
      if (value.kind !== 'map') {
        complete &&= value.kind === 'scalar' && value.isNull;
        continue;
      }
      maps.push(value);
      complete &&= value.complete;
      const base = extendsOf(value);
      if (base === undefined || next !== undefined) continue;
      const baseName = base.service?.resolved;
      if (base.file !== undefined || baseName?.state !== 'known') complete = false;
      else
        next = {
          name: baseName.value,
          origin: origin ?? {
            kind: 'extends',
            reference: value.get('extends')?.value.span ?? value.span,
            name: baseName.value,
          },
        };
    }
    if (next === undefined) return complete;
    if (!this.declarations.has(next.name)) return false;
    return this.#collect(next.name, next.origin, maps, seen) && complete;
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
export function layeredEntries(layers: Layers, key: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (const map of layers.maps) {
    const entry = map.get(key);
    if (entry === undefined) continue;
    const { tag } = entry.value;
    if (tag === '!reset' || tag === '!override') entries.length = 0;
    if (tag !== '!reset') entries.push(entry);
  }
  return entries;
}
