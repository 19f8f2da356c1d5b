/** Flavours whose `-dev` tag is that of another image: a JDK builds what a JRE runs, a Socket Firewall is for builds alone. */
const ONLY_IN_DEV = new Set(['sfw', 'ent', 'jdk']);
/** Flavours that have no `-dev` tag. */
const NEVER_DEV = new Set(['fpm', 'compat', 'sdk', 'cli', 'glibc', 'musl']);

/**
 * The runtime tag that belongs to a dev tag: `3.12-debian13` for `3.12-debian13-dev`. Absent where the tag is no dev
 * tag, and where its twin is not certain.
 */
export function runtimeTag(tag: string): string | undefined {
  const words = tag.split('-');
  if (words.at(-1) !== 'dev' || words.length < 2) return undefined;
  const rest = words.slice(0, -1);
  return rest.some((word) => ONLY_IN_DEV.has(word)) || !isVersioned(rest) ? undefined : rest.join('-');
}

/**
 * The dev tag that belongs to a runtime tag: `3.12-debian13-dev` for `3.12-debian13`. Absent where the tag is a dev tag
 * already, and where its twin is not certain. Not every repository has dev tags.
 */
export function devTag(tag: string): string | undefined {
  const words = tag.split('-');
  if (words.includes('dev') || !isVersioned(words)) return undefined;
  if (words.some((word) => NEVER_DEV.has(word) || ONLY_IN_DEV.has(word))) return undefined;
  return `${tag}-dev`;
}

function isVersioned(words: readonly string[]): boolean {
  return /^v?\d/.test(words[0] ?? '') || words.length === 1;
}
