import { type Dockerfile } from './model';

/**
 * A name that no stage has and no line uses for an image or a build context: the first of those wanted that is free, else
 * `name-2`, `name-3` … of the first.
 * @param taken further names that are not free, in lower case.
 */
export function freeStageName(
  { stages }: Dockerfile,
  wanted: readonly [string, ...string[]],
  taken: ReadonlySet<string> = new Set(),
): string {
  const used = new Set([
    ...taken,
    ...stages.flatMap((stage) => [
      stage.name?.toLowerCase(),
      stage.base.text.toLowerCase(),
      ...stage.uses.map(({ text }) => text.toLowerCase()),
    ]),
  ]);
  const free = wanted.find((name) => !used.has(name.toLowerCase()));
  if (free !== undefined) return free;
  const [first] = wanted;
  let number = 2;
  while (used.has(`${first.toLowerCase()}-${number}`)) number++;
  return `${first}-${number}`;
}
