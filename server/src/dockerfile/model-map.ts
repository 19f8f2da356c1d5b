/** An object of the model that keeps what is found out about it. */
export interface Keeper {
  /** Written through {@link ModelMap} alone. */
  readonly facts: Map<object, unknown>;
}

/**
 * What is found out about objects of a model, each fact kept with the object and gone with it. In the place of a
 * `WeakMap`, whose values most often lead back to their model: V8 then frees none of it before a full garbage
 * collection, and copies all of it at each small one until then.
 */
export class ModelMap<Of extends Keeper, Fact> {
  get({ facts }: Of): Fact | undefined {
    return facts.get(this) as Fact | undefined;
  }

  has({ facts }: Of): boolean {
    return facts.has(this);
  }

  set({ facts }: Of, fact: Fact): void {
    facts.set(this, fact);
  }
}

/**
 * A fact that follows from an object alone, worked out when it is first asked for. Of the lines and scripts that versions of
 * a document share it is worked out once for all of them.
 */
export function factOf<Of extends Keeper, Fact>(read: (of: Of) => Fact): (of: Of) => Fact {
  const known = new ModelMap<Of, Fact | typeof NOTHING>();
  return (of) => {
    const kept = known.get(of);
    if (kept !== undefined) return (kept === NOTHING ? undefined : kept) as Fact;
    const fact = read(of);
    known.set(of, fact === undefined ? NOTHING : fact);
    return fact;
  };
}

/** Kept in the place of a fact that is `undefined`. */
const NOTHING = Symbol('nothing');
