import { type Dirent } from 'node:fs';
import { join } from 'node:path';
import { foldersOfOthers } from '../workspace/file-names';
import { type IgnoreLayers } from '../workspace/ignore-layers';
import { isWithin } from './boundary';
import { breathe } from './breathe';
import { promptDisk } from './disk';
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
  await breathe();
  let entries: Dirent[];
  try {
    entries = await promptDisk.readdir(folder);
  } catch (error) {
    options.failed(folder, reasonOf(error));
    return;
  }
  const ignored = entries.some(({ name }) => name === '.gitignore') ? await ignoredIn(above, folder) : above;
  const wanted = entries.filter((entry) =>
    entry.isDirectory() ? !foldersOfOthers.has(entry.name) : options.wanted(entry.name),
  );
  for (const entry of wanted.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (ignored.has(path, entry.isDirectory())) continue;
    if (entry.isDirectory()) await visit(path, ignored, options, found);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path, options.boundary))))
      found.push(path);
  }
}

async function leadsToFile(link: string, boundary: string): Promise<boolean> {
  try {
    const target = await promptDisk.realpath(link);
    const stats = await promptDisk.stat(target);
    return stats.isFile() && isWithin(await promptDisk.realpath(boundary), target);
  } catch {
    return false;
  }
}
