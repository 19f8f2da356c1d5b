/** Values that are stored once and pointed at: those that are used most often come first, and have the shortest index. */
export class StoredOnce<T> {
  private readonly uses = new Map<string, { readonly value: T; count: number }>();

  /** @returns a key that `index` turns into a place of the list, once all values are in. */
  add(value: T): string {
    const key = JSON.stringify(value);
    const use = this.uses.get(key) ?? { value, count: 0 };
    use.count += 1;
    this.uses.set(key, use);
    return key;
  }

  get list(): readonly T[] {
    return this.inOrder().map(([, { value }]) => value);
  }

  get index(): ReadonlyMap<string, number> {
    return new Map(this.inOrder().map(([key], place) => [key, place]));
  }

  private inOrder(): readonly (readonly [string, { readonly value: T; count: number }])[] {
    return [...this.uses].sort(
      ([key, one], [otherKey, other]) => other.count - one.count || (key < otherKey ? -1 : 1),
    );
  }
}
