import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** Whether an absolute path is the folder itself or lies in it. Both must have their symbolic links resolved. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The outermost folder that is read for what a file in `folder` needs (configuration, Compose files, lock files, ignore
 * files): the repository that holds it, else the current folder, else the folder itself.
 */
export function boundaryOf(folder: string, cwd: string): string {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, '.git'))) return place;
    if (dirname(place) === place) break;
  }
  return isWithin(cwd, folder) ? cwd : folder;
}
