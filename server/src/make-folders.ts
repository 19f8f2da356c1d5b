import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. Throws what Node's `mkdir` throws. (Its own `recursive` never comes
 * back from places like `/proc`, where nothing can be made.)
 * @param path absolute.
 */
export function makeFolders(path: string): void {
  const above = dirname(path);
  if (above !== path && !existsSync(path)) makeFolders(above);
  makeFolder(path, 0o777);
}

/**
 * Makes a folder in one that is there.
 * @param mode before the umask.
 */
export function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return;
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!existsSync(path)) throw error;
  }
}
