import { constants } from 'node:fs';
import { access, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isWithin } from './boundary';
import { type Fault, type FileText, reasonOf } from './read-text';

/**
 * Replaces the text of a file in one step: readers see the old or the new file, never half of one. Mode, byte order
 * mark and symbolic links stay; what a link leads to outside the boundary is not written.
 * @param before what was read; where the file has changed since, it is left alone.
 */
export async function writeText(
  path: string,
  text: string,
  before: FileText,
  boundary: string,
): Promise<Fault | undefined> {
  try {
    const target = await realpath(path);
    if (!isWithin(await realpath(boundary), target))
      return { fault: 'leads outside its project; not repaired' };
    await access(target, constants.W_OK);
    if (!(await readFile(target)).equals(before.bytes))
      return { fault: 'has changed meanwhile; not repaired' };
    await replaceFile(target, before.hasBom ? `\ufeff${text}` : text);
    return undefined;
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}

async function replaceFile(target: string, text: string): Promise<void> {
  const { mode, uid, gid } = await stat(target);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    try {
      await file.writeFile(text);
      // Only root may give files away; for all others the file is theirs already, or stays theirs.
      await file.chown(uid, gid).catch(() => undefined);
      await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
