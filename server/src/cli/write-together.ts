import { type Fault } from './read-text';
import { type UnwrittenFile } from './unwritten-file';

/** One file among several that change together. */
export interface Change {
  /** As it is shown. */
  readonly path: string;
  readonly prepare: () => UnwrittenFile | Fault;
}

/** Why files were not written. */
export interface Unwritten extends Fault {
  /** The file that the fault is about, as it is shown. */
  readonly path: string;
  /** Files that are written nevertheless, as they cannot be put back. */
  readonly left: readonly string[];
}

interface NamedFile {
  readonly path: string;
  readonly file: UnwrittenFile;
}

/**
 * Writes all files or none: first each is made ready, so that little is left that can fail, and where that fails, what was
 * written is put back. All is done before a signal is handled.
 */
export function writeTogether(changes: readonly Change[]): Unwritten | undefined {
  const files: NamedFile[] = [];
  for (const { path, prepare } of changes) {
    const file = prepare();
    if ('fault' in file) {
      discard(files);
      return { path, fault: file.fault, left: [] };
    }
    files.push({ path, file });
  }
  for (const [index, { path, file }] of files.entries()) {
    const unwritten = file.put();
    if (unwritten === undefined) continue;
    discard(files.slice(index));
    return { path, fault: unwritten.fault, left: undo(files.slice(0, index)) };
  }
  return undefined;
}

/** The last first: it may lie in a folder that was made for one before it. */
function discard(files: readonly NamedFile[]): void {
  for (const { file } of [...files].reverse()) file.discard();
}

function undo(files: readonly NamedFile[]): readonly string[] {
  return [...files].reverse().flatMap(({ path, file }) => (file.undo() === undefined ? [] : [path]));
}
