import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { type Yaml } from './yaml';

/** What a map consists of after `<<`, and whether all that is merged could be read. Every key stands once. */
export interface MergedPairs {
  /** Those written in the map itself, `<<` left out. */
  readonly own: readonly KeyedPair[];
  readonly inherited: readonly InheritedPair[];
  readonly complete: boolean;
}

/** A pair whose key is a text. */
export type KeyedPair = Pair<Scalar>;

export interface InheritedPair {
  readonly pair: KeyedPair;
  /** The map in which the pair is written. */
  readonly map: YAMLMap;
  /** What stands behind the `<<` of the map that brings the pair in. */
  readonly source: unknown;
}

/** Merges nested deeper than this, or making more pairs than this in one file, are left out as unreadable. */
const deepest = 100;
const mostPairs = 200_000;

/** Resolves `<<`, each map once. Own keys win over merged ones, earlier sources over later ones. */
export class Merges {
  readonly #done = new Map<YAMLMap, MergedPairs>();
  #made = 0;

  constructor(private readonly yaml: Yaml) {}

  of(map: YAMLMap, depth = 0): MergedPairs {
    const done = this.#done.get(map);
    if (done !== undefined) return done;
    const merged = this.#merge(map, depth);
    this.#done.set(map, merged);
    return merged;
  }

  #merge(map: YAMLMap, depth: number): MergedPairs {
    const own: KeyedPair[] = [];
    const names = new Set<string>();
    const sources: unknown[] = [];
    for (const pair of map.items) {
      if (!hasTextKey(pair)) continue;
      const { key, value } = pair;
      const name = key.source ?? '';
      if (name === '<<' && key.type === 'PLAIN') sources.push(...(isSeq(value) ? value.items : [value]));
      else if (!names.has(name)) {
        names.add(name);
        own.push(pair);
      }
    }
    if (sources.length === 0) return { own, inherited: none, complete: true };
    const inherited: InheritedPair[] = [];
    let complete = true;
    for (const source of sources) {
      const target = isAlias(source) ? this.yaml.target(source) : source;
      if (!isMap(target) || depth >= deepest || this.#made >= mostPairs) {
        complete = false;
        continue;
      }
      const merged = this.of(target, depth + 1);
      complete &&= merged.complete;
      this.#made += merged.own.length + merged.inherited.length;
      const add = (pair: KeyedPair, writtenIn: YAMLMap): void => {
        const name = pair.key.source ?? '';
        if (names.has(name)) return;
        names.add(name);
        inherited.push({ pair, map: writtenIn, source });
      };
      for (const pair of merged.own) add(pair, target);
      for (const { pair, map: writtenIn } of merged.inherited) add(pair, writtenIn);
    }
    return { own, inherited, complete };
  }
}

const none: readonly never[] = [];

function hasTextKey(pair: Pair): pair is KeyedPair {
  return isScalar(pair.key);
}
