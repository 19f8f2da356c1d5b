import { type Dockerfile } from '../dockerfile/model';

/** A name for a new stage that no other stage has. */
export function freeName(
  { stages }: Dockerfile,
  taken: ReadonlySet<string>,
  wanted: readonly string[],
): string {
  const used = new Set([...taken, ...stages.flatMap(({ name }) => name?.toLowerCase() ?? [])]);
  const free = wanted.find((name) => !used.has(name));
  if (free !== undefined) return free;
  const [first = 'builder'] = wanted;
  let count = 2;
  while (used.has(`${first}-${count}`)) count++;
  return `${first}-${count}`;
}
