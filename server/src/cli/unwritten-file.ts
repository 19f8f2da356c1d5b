import { accessSync, constants, existsSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { inMadeFolder } from '../make-folders';
import { isWithin } from './boundary';
import { type Fault, type FileText, reasonOf } from './read-text';
import { type ReadyFile, readyFile, replaceFile } from './replace-file';

/** A file that is written but not yet to be seen: it lies ready beside its place. */
export interface UnwrittenFile {
  /** Puts it into its place, in one step. */
  put(): Fault | undefined;
  /** Makes all as if it had never been, instead of `put`. */
  discard(): void;
  /** Puts back what was there before `put`. */
  undo(): Fault | undefined;
}

/**
 * Another text for a file. Mode, byte order mark and symbolic links stay; what a link leads to outside the boundary is not
 * written.
 * @param before what was read; where the file has changed since, it is left alone.
 */
export function changedFile(
  path: string,
  text: string,
  before: FileText,
  boundary: string,
): UnwrittenFile | Fault {
  return orFault(() => {
    const target = realpathSync.native(path);
    if (!isWithin(realpathSync.native(boundary), target)) return { fault: 'leads outside its project' };
    accessSync(target, constants.W_OK);
    if (!readFileSync(target).equals(before.bytes)) return { fault: 'has changed meanwhile' };
    if (!takesFiles(dirname(target))) return { fault: 'cannot be replaced: its folder takes no new file' };
    const like = statSync(target);
    const ready = readyFile(target, before.hasBom ? `\ufeff${text}` : text, like);
    return unwritten(ready, { undo: () => replaceFile(target, before.bytes, like) });
  });
}

/** A file that must not be there yet, and the folders that it lacks. */
export function newFile(path: string, text: string): UnwrittenFile | Fault {
  return orFault(() => {
    if (existsSync(path)) return { fault: 'has appeared meanwhile' };
    return inMadeFolder(dirname(path), (unmake) =>
      unwritten(readyFile(path, text), { unmake, undo: () => rmSync(path) }),
    );
  });
}

interface Ways {
  readonly undo: () => void;
  /** Takes away the folders that were made for the file. */
  readonly unmake?: () => void;
}

function unwritten(ready: ReadyFile, { undo, unmake = () => undefined }: Ways): UnwrittenFile {
  return {
    put: () => faultOf(() => ready.put()),
    discard() {
      ready.discard();
      unmake();
    },
    undo: () =>
      faultOf(() => {
        undo();
        unmake();
      }),
  };
}

/** The new file is made beside the old one. */
function takesFiles(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function orFault<T>(act: () => T | Fault): T | Fault {
  try {
    return act();
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}

function faultOf(act: () => void): Fault | undefined {
  return orFault(() => {
    act();
    return undefined;
  });
}
