import { type Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { foldersOfOthers } from '../workspace/file-names';
import { type IgnoreLayers } from '../workspace/ignore-layers';
import { isWithin } from './boundary';
import { ignoredAbove, ignoredIn } from './ignore-files';
import { reasonOf } from './read-text';

export interface WalkOptions {
  readonly boundary: string;
  /** Whether a file of this name is wanted, before anything else is asked about it. */
  readonly wanted: (name: string) => boolean;
  /** Told of each folder that is looked into. */
  readonly visited: (folder: string) => void;
  /** Told of a folder that cannot be read; the walk goes on. */
  readonly failed: (folder: string, reason: string) => void;
}

/**
 * The wanted files in a folder, at any depth, sorted by path. Links to folders are not followed; links to files are,
 * inside the boundary. What `.gitignore` names is left out.
 */
export async function walk(folder: string, options: WalkOptions): Promise<readonly string[]> {
  const found: string[] = [];
  await visit(folder, await ignoredAbove(folder, options.boundary), options, found);
  return found;
}

async function visit(
  folder: string,
  above: IgnoreLayers,
  options: WalkOptions,
  found: string[],
): Promise<void> {
  options.visited(folder);
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    options.failed(folder, reasonOf(error));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const ignored = entries.some(({ name }) => name === '.gitignore') ? await ignoredIn(above, folder) : above;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!foldersOfOthers.has(entry.name) && !ignored.has(path, true))
        await visit(path, ignored, options, found);
    } else if (options.wanted(entry.name) && !ignored.has(path, false)) {
      if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path, options.boundary))))
        found.push(path);
    }
  }
}

async function leadsToFile(link: string, boundary: string): Promise<boolean> {
  try {
    const target = await realpath(link);
    return isWithin(await realpath(boundary), target) && (await stat(target)).isFile();
  } catch {
    return false;
  }
}
