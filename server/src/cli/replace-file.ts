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

/** Mode and owner of what is replaced. */
export type Likeness = Pick<Stats, 'mode' | 'uid' | 'gid'>;

/** A whole file that lies beside the place that it is made for. */
export interface ReadyFile {
  /** Puts it into its place in one step. @throws Error of Node; what was there is still there then, and nothing beside it. */
  put(): void;
  /** Takes it away. */
  discard(): void;
}

/**
 * Puts a file with this text in the place of the one that may be there, in one step: who reads sees the old or the new
 * file, never half of one. Nothing is left beside it, whatever happens: all is done before a signal is handled.
 * @param target absolute, links resolved.
 * @param like what is replaced; absent where nothing is.
 * @throws Error of Node, where it cannot be written; the old file is still there then.
 */
export function replaceFile(target: string, text: string | Uint8Array, like?: Likeness): void {
  readyFile(target, text, like).put();
}

/** Does of `replaceFile` all that can fail for want of room or of rights. */
export function readyFile(target: string, text: string | Uint8Array, like?: Likeness): ReadyFile {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const discard = (): void => rmSync(temporary, { force: true });
  const orDiscard = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      discard();
      throw error;
    }
  };
  orDiscard(() => {
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
  });
  return { put: () => orDiscard(() => renameSync(temporary, target)), discard };
}

/** Only root may give files away; for all others the file is theirs already, or stays theirs. */
function giveBack(file: number, { uid, gid }: Likeness): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // It stays theirs.
  }
}
