/**
 * What lists make that are laid over each other, weakest first. An item whose key an earlier list has takes that one's place;
 * an item without a key is like no other. Inside one list nothing is taken for the same.
 * @see https://docs.docker.com/reference/compose-file/merge/#unique-resources
 */
export function overlay<T>(
  layers: readonly (readonly T[])[],
  keyOf: (item: T) => string | undefined,
): readonly T[] {
  const [only] = layers;
  if (only === undefined || layers.length === 1) return only ?? [];
  const result: T[] = [];
  let before = new Map<string, number>();
  for (const layer of layers) {
    const after = new Map(before);
    for (const item of layer) {
      const key = keyOf(item) ?? '';
      const place = before.get(key);
      before.delete(key);
      if (place !== undefined) result[place] = item;
      else if (key === '') result.push(item);
      else after.set(key, result.push(item) - 1);
    }
    before = after;
  }
  return result;
}
