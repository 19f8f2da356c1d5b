import { type CopyInstruction } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';
import { unquoted } from '../../../text/unquoted';

/**
 * Where a single file of the context lies in the stage after a COPY or ADD, absolute; absent where that is not known.
 * A destination with a slash behind it, that of several sources, and the work dir are folders.
 * @param path of the file, from the context on.
 */
export function copyTarget(instruction: CopyInstruction, path: string): string | undefined {
  const destination = valueOf(instruction.destinationPath);
  if (destination === undefined) return undefined;
  if (!isFolder(instruction, destination)) return destination;
  return `${destination === '/' ? '' : destination}/${path.slice(path.lastIndexOf('/') + 1)}`;
}

function isFolder(instruction: CopyInstruction, destination: string): boolean {
  const written = unquoted(instruction.destination?.text ?? '');
  if (/(?:^|\/)\.{0,2}\/?$/.test(written) || instruction.sources.length > 1) return true;
  const workdir = instruction.stage?.before(instruction).workdir;
  return workdir?.state === 'known' && workdir.value === destination;
}

/** The path below a folder, `''` for itself; absent where it lies elsewhere. Both absolute, without a slash behind. */
export function pathBelow(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  const prefix = folder === '/' ? '/' : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
