import { type VariableState } from './model';

interface Entry {
  /** How many instructions of the stage have run. */
  readonly at: number;
  readonly state: VariableState;
}

/**
 * The ENV and ARG of a stage at every place of it, and what it inherits. Kept as a history and not as one map for
 * each place, which would take quadratic time.
 */
export class Scope {
  readonly #entries = new Map<string, Entry[]>();

  constructor(private readonly parent: Scope | undefined) {}

  /** The variable after `at` instructions; absent where none of that name is in scope. */
  get(name: string, at: number): VariableState | undefined {
    const own = lastUntil(this.#entries.get(name), at);
    if (own !== undefined) return own;
    for (let scope = this.parent; scope !== undefined; scope = scope.parent) {
      const inherited = scope.#entries.get(name)?.at(-1)?.state;
      if (inherited !== undefined) return inherited;
    }
    return undefined;
  }

  /** Sets a variable after `at` instructions; calls come in order. */
  set(name: string, at: number, state: VariableState): void {
    const entries = this.#entries.get(name);
    if (entries === undefined) this.#entries.set(name, [{ at, state }]);
    else entries.push({ at, state });
  }

  /** Everything in scope after `at` instructions. */
  all(at: number): ReadonlyMap<string, VariableState> {
    const result = new Map<string, VariableState>();
    const ancestors: Scope[] = [];
    for (let scope = this.parent; scope !== undefined; scope = scope.parent) ancestors.push(scope);
    for (const scope of ancestors.reverse())
      for (const [name, entries] of scope.#entries) {
        const last = entries.at(-1);
        if (last !== undefined) result.set(name, last.state);
      }
    for (const [name, entries] of this.#entries) {
      const state = lastUntil(entries, at);
      if (state !== undefined) result.set(name, state);
    }
    return result;
  }
}

function lastUntil(entries: readonly Entry[] | undefined, at: number): VariableState | undefined {
  if (entries === undefined) return undefined;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1]?.state;
}
