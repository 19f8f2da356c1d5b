import { promises, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { inMadeFolder } from '../make-folders';
import { type Fault, reasonOf } from './read-text';
import { replaceFile } from './replace-file';

/**
 * Writes a file of our own whole or not at all; folders that are missing are made, and taken away again where the file cannot
 * be written. What is no file is written to.
 */
export async function writeReport(path: string, text: string): Promise<Fault | undefined> {
  try {
    const present = statSync(path, { throwIfNoEntry: false });
    if (present === undefined) inMadeFolder(dirname(path), () => replaceFile(path, text));
    else if (present.isFile()) replaceFile(realpathSync.native(path), text, present);
    // A device or a pipe, such as /dev/stdout, must not be replaced; a pipe may have to wait for its reader.
    else await promises.writeFile(path, text);
    return undefined;
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}
