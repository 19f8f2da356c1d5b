import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. (`recursive` of Node's own `mkdir` never comes back from places like
 * `/proc`, where nothing can be made.)
 * @param path absolute.
 * @returns takes away those that were made here, as far as nothing has come into them.
 * @throws what Node's `mkdir` throws; none is left then.
 */
function makeFolders(path: string): () => void {
  const made: string[] = [];
  const undo = (): void => removeEmpty(made);
  try {
    makeMissing(path, made);
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}

/**
 * Does something in a folder that is made for it, as `makeFolders` makes one; where that throws, what was made is taken away.
 * @param act is handed what takes it away later.
 */
export function inMadeFolder<T>(path: string, act: (unmake: () => void) => T): T {
  const unmake = makeFolders(path);
  try {
    return act(unmake);
  } catch (error) {
    unmake();
    throw error;
  }
}

function makeMissing(path: string, made: string[]): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) makeMissing(above, made);
  if (makeFolder(path, 0o777)) made.push(path);
}

function removeEmpty(folders: readonly string[]): void {
  try {
    for (const folder of [...folders].reverse()) rmdirSync(folder);
  } catch {
    // Somebody else has put something there.
  }
}

/**
 * Makes a folder in one that is there.
 * @param mode before the umask.
 * @returns whether it was not there before.
 */
export function makeFolder(path: string, mode: number): boolean {
  if (existsSync(path)) return false;
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (error) {
    // Another run may have made it meanwhile.
    if (existsSync(path)) return false;
    throw error;
  }
}
