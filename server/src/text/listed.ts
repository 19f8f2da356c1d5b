/** Names as a sentence has them: `a`, `a and b`, `a, b and c`; of more than `most` the first, and how many there are besides. */
export function listed(names: readonly string[], most = Infinity): string {
  const isLong = names.length > most;
  const shown = isLong ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
