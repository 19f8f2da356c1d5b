import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { type Yaml } from './yaml';

/** The pairs of a map after `<<`, and whether all that is merged could be read. */
export interface MergedPairs {
  /** The map's own first; every key once. */
  readonly pairs: readonly MergedPair[];
  readonly complete: boolean;
}

export interface MergedPair {
  readonly key: Scalar;
  readonly pair: Pair;
  /** The map in which the pair is written. */
  readonly map: YAMLMap;
  /** What stands behind the `<<` of the map that brings the pair in; absent for the map's own pairs. */
  readonly source?: unknown;
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
    const byKey = new Map<string, MergedPair>();
    const sources: unknown[] = [];
    for (const pair of map.items) {
      const { key } = pair;
      if (!isScalar(key)) continue;
      if (key.source === '<<' && key.type === 'PLAIN')
        sources.push(...(isSeq(pair.value) ? pair.value.items : [pair.value]));
      else if (!byKey.has(key.source ?? '')) byKey.set(key.source ?? '', { key, pair, map });
    }
    let complete = true;
    for (const source of sources) {
      const target = isAlias(source) ? this.yaml.target(source) : source;
      if (!isMap(target) || depth >= deepest || this.#made >= mostPairs) {
        complete = false;
        continue;
      }
      const merged = this.of(target, depth + 1);
      complete &&= merged.complete;
      this.#made += merged.pairs.length;
      for (const inherited of merged.pairs) {
        const name = inherited.key.source ?? '';
        if (!byKey.has(name)) byKey.set(name, { ...inherited, source });
      }
    }
    return { pairs: [...byKey.values()], complete };
  }
}
