import { lstatSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { type FileLanguage, languageOfName } from '../workspace/file-names';
import { boundaryOf } from './boundary';
import { promptDisk } from './disk';
import { reasonOf } from './read-text';
import { walk } from './walk';

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** The same, symbolic links resolved. */
  readonly real: string;
  /** By its name; `undefined` where only its text can tell. */
  readonly language: FileLanguage | undefined;
  /** The folder that was named, absolute, and in which it was found; absent where the file was named, or a glob. */
  readonly folder?: string | undefined;
}

/** Told of a path, as it is shown to people, and what is wrong with it, as the end of a sentence. */
export type Failed = (path: string, fault: string) => void;

/** Told of each folder that is searched, absolute. */
type Visited = (folder: string) => void;

/**
 * The files that paths mean, in the order of the paths, each once: a file itself, whatever its name; the Dockerfiles and
 * Compose files in a folder; those that a glob matches.
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
  failed: Failed,
  visited: Visited = () => undefined,
): Promise<readonly FoundFile[]> {
  const files = new Map<string, FoundFile>();
  for (const typed of paths.length === 0 ? ['.'] : paths)
    for (const { path, folder } of await filesOf(typed, cwd, failed, visited)) {
      const real = await promptDisk.realpath(path).catch(() => path);
      if (!files.has(real)) files.set(real, { path, real, language: languageOfName(basename(path)), folder });
    }
  return [...files.values()];
}

async function filesOf(
  typed: string,
  cwd: string,
  failed: Failed,
  visited: Visited,
): Promise<readonly Pick<FoundFile, 'path' | 'folder'>[]> {
  const path = resolve(cwd, typed);
  // A name with brackets may well exist (`[id]/Dockerfile`): only what does not is read as a glob.
  if (!isThere(path) && /[*?[\]{}()!]/.test(typed))
    return (await globbed(typed, cwd, failed, visited)).map((found) => ({ path: found }));
  try {
    if (!(await promptDisk.stat(path)).isDirectory()) return [{ path }];
    const files = await inFolder(path, cwd, failed, visited);
    return files.map((found) => ({ path: found, folder: path }));
  } catch (error) {
    failed(typed, reasonOf(error));
    return [];
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function inFolder(folder: string, cwd: string, failed: Failed, visited: Visited): Promise<readonly string[]> {
  return walk(folder, {
    boundary: boundaryOf(folder, cwd),
    wanted: (name) => languageOfName(name) !== undefined,
    visited,
    failed: (place, reason) => failed(shownPath(place, cwd), reason),
  });
}

async function globbed(
  typed: string,
  cwd: string,
  failed: Failed,
  visited: Visited,
): Promise<readonly string[]> {
  const { default: picomatch } = await import('picomatch');
  const pattern = sep === '\\' ? typed.replaceAll('\\', '/') : typed;
  const { base, glob } = picomatch.scan(pattern);
  const folder = resolve(cwd, base);
  const matches = picomatch(glob, { dot: true });
  const files = await inFolder(folder, cwd, () => undefined, visited);
  const matched = files.filter((file) => matches(relative(folder, file).split(sep).join('/')));
  if (matched.length === 0) failed(typed, 'matches no Dockerfile and no Compose file');
  return matched;
}

/** A path as it is shown and reported: relative to the current folder, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return (shown === '' ? '.' : shown).split(sep).join('/');
}
