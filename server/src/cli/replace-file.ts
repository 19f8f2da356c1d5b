import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a file with this text in the place of the one that may be there, in one step: who reads sees the old or the new
 * file, never half of one. Nothing is left beside it, whatever happens: all is done before a signal is handled.
 * @param target absolute, links resolved.
 * @param like mode and owner of what is replaced; absent where nothing is.
 * @throws Error of Node, where it cannot be written; the old file is still there then.
 */
export function replaceFile(target: string, text: string, like?: Pick<Stats, 'mode' | 'uid' | 'gid'>): void {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'wx', like === undefined ? 0o666 : 0o600);
    try {
      writeFileSync(file, text);
      if (like !== undefined) {
        giveBack(file, like);
        fchmodSync(file, like.mode & 0o7777);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Only root may give files away; for all others the file is theirs already, or stays theirs. */
function giveBack(file: number, { uid, gid }: Pick<Stats, 'uid' | 'gid'>): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // It stays theirs.
  }
}
