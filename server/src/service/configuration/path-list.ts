import { withoutSlashes } from '../../text/without-slashes';
import { type PathPattern, readPattern } from '../../workspace/ignore-pattern';

/** Patterns of paths, relative to a folder. */
export interface PathList {
  /**
   * @param path relative to the folder, with forward slashes.
   * @param besides patterns that match this path as well do not count.
   */
  matches(path: string, besides?: string): boolean;
}

/**
 * Patterns as `.dockerignore` has them. One without a slash may stand in any folder, and one that means a folder means all
 * that is in it. `undefined` where one of them is malformed or empty.
 */
export function pathList(texts: readonly string[]): PathList | undefined {
  const patterns: PathPattern[] = [];
  for (const text of texts) {
    const clean = withoutSlashes(text.replace(/^\.?\/+/, ''));
    const pattern = readPattern(clean.includes('/') ? clean : `**/${clean}`);
    if (clean === '' || pattern === undefined) return undefined;
    patterns.push(pattern);
  }
  const matches = (pattern: PathPattern, path: string): boolean =>
    placesOf(path).some((place) => pattern.matches(place));
  return {
    matches: (path, besides = '') =>
      patterns.some((pattern) => matches(pattern, path) && (besides === '' || !matches(pattern, besides))),
  };
}

/** The path and the folders above it. */
function placesOf(path: string): readonly string[] {
  const places = [path];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
    places.push(path.slice(0, at));
  return places;
}
