import { promises } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isWithin } from './boundary';

/** The index of a repository with a few hundred thousand files. */
const largest = 64 * 1024 * 1024;

/**
 * Whether git tracks a file, read from the index of its repository; `undefined` where there is none inside the boundary, or
 * where it is written in a way that does not tell (a work tree of its own, a split or compressed index).
 * @param path absolute, links resolved; the same for the boundary.
 */
export async function isTracked(path: string, boundary: string): Promise<boolean | undefined> {
  const root = await repositoryOf(dirname(path), boundary);
  if (root === undefined) return undefined;
  const index = join(root, '.git', 'index');
  const { size } = await promises.stat(index);
  if (size > largest) return undefined;
  return holds(await promises.readFile(index), relative(root, path).split(sep).join('/'));
}

async function repositoryOf(folder: string, boundary: string): Promise<string | undefined> {
  for (let at = folder; isWithin(boundary, at); at = dirname(at)) {
    const found = await promises.stat(join(at, '.git')).catch(() => undefined);
    // A file stands for a repository elsewhere.
    if (found !== undefined) return found.isDirectory() ? at : undefined;
    if (at === dirname(at)) break;
  }
  return undefined;
}

/**
 * Looks for an entry: sixteen bits of flags, the lower twelve of which are the path's length, then the path and a zero byte.
 * @see https://git-scm.com/docs/index-format
 */
function holds(index: Buffer, path: string): boolean | undefined {
  const version = index.toString('latin1', 0, 4) === 'DIRC' ? index.readUInt32BE(4) : 0;
  const length = Buffer.byteLength(path);
  if ((version !== 2 && version !== 3) || length >= 0xfff) return undefined;
  const wanted = Buffer.from(`${path}\0`);
  for (let at = index.indexOf(wanted); at >= 0; at = index.indexOf(wanted, at + 1)) {
    if (at < 2) continue;
    const flags = index.readUInt16BE(at - 2);
    if ((flags & 0x0fff) === length && (flags & 0x4000) === 0) return true;
    // Version 3 may put sixteen more bits between the flags and the path.
    if (version === 3 && at >= 4) {
      const before = index.readUInt16BE(at - 4);
      if ((before & 0x0fff) === length && (before & 0x4000) !== 0) return true;
    }
  }
  return index.includes('link') ? undefined : false;
}
