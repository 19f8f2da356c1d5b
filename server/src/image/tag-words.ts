/** The parts of a tag between its hyphens, lower-case: `3.12-slim-bookworm` is `3.12`, `slim`, `bookworm`. */
export function tagWords(tag: string): readonly string[] {
  return tag.toLowerCase().split('-');
}

/** Major and minor number that a tag begins with (`v3.1-x` is 3, 1); absent where it begins otherwise. */
export function tagVersion(
  tag: string,
): { readonly major: number; readonly minor: number | undefined } | undefined {
  const match = /^v?(\d{1,6})(?:\.(\d{1,6}))?(?![\w])/.exec(tag);
  if (match === null) return undefined;
  return { major: Number(match[1]), minor: match[2] === undefined ? undefined : Number(match[2]) };
}

/** Whether a version is known to be at least `major.minor`; `latest`, `lts` and `stable` count as new. */
export function isAtLeast(tag: string, major: number, minor = 0): boolean {
  if (/^(?:latest|lts|stable)(?:-|$)/.test(tag)) return true;
  const version = tagVersion(tag);
  if (version === undefined) return false;
  if (version.major !== major) return version.major > major;
  return minor === 0 || (version.minor !== undefined && version.minor >= minor);
}
