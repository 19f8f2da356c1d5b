import { type MapValue, type Value } from '../../../compose/value';
import { ANY, scalarData } from './scalar-type';

/** A file that has more values than this by aliases and merges is not validated; the others are as many as it is long. */
const mostShared = 20_000;

/** Nor is one that nests them deeper than the specification does anywhere. */
const deepest = 40;

/**
 * The values of a map as plain data for a validator: aliases and merges written out, `x-` keys and what `!reset` takes away
 * left out. A value that only the surroundings know is a text. Undefined where that would be too much.
 */
export function plainData(root: MapValue): unknown {
  const builder = new Builder();
  const data = builder.map(root, 0);
  return builder.exceeded ? undefined : data;
}

class Builder {
  exceeded = false;
  #shared = 0;

  map(value: MapValue, depth: number): Record<string, unknown> {
    // Without a prototype, so that a key of the file is never taken for a property of all objects.
    const data = Object.create(null) as Record<string, unknown>;
    for (const entry of value.entries) {
      if (this.exceeded) break;
      if (entry.key.startsWith('x-') || entry.value.tag === '!reset') continue;
      data[entry.key] = this.#value(entry.value, depth + 1);
    }
    return data;
  }

  #value(value: Value, depth: number): unknown {
    if (value.origin.kind !== 'own') this.#shared++;
    if (this.#shared > mostShared || depth > deepest) this.exceeded = true;
    if (this.exceeded) return undefined;
    if (value.kind === 'map') return this.map(value, depth);
    if (value.kind === 'list') return value.items.map((item) => this.#value(item, depth + 1));
    const data = scalarData(value);
    return data === ANY ? value.text : data;
  }
}
