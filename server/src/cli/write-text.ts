import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { isWithin } from './boundary';
import { type Fault, type FileText, reasonOf } from './read-text';
import { replaceFile } from './replace-file';

/**
 * Replaces the text of a file in one step: readers see the old or the new file, never half of one. Mode, byte order
 * mark and symbolic links stay; what a link leads to outside the boundary is not written.
 * @param before what was read; where the file has changed since, it is left alone.
 */
export function writeText(...change: Parameters<typeof write>): Promise<Fault | undefined> {
  return Promise.resolve(write(...change));
}

function write(path: string, text: string, before: FileText, boundary: string): Fault | undefined {
  try {
    const target = realpathSync.native(path);
    if (!isWithin(realpathSync.native(boundary), target))
      return { fault: 'leads outside its project; not repaired' };
    accessSync(target, constants.W_OK);
    if (!readFileSync(target).equals(before.bytes)) return { fault: 'has changed meanwhile; not repaired' };
    replaceFile(target, before.hasBom ? `\ufeff${text}` : text, statSync(target));
    return undefined;
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}
