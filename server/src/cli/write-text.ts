import { type Fault } from './read-text';
import { changedFile } from './unwritten-file';

/**
 * Replaces the text of a file in one step: readers see the old or the new file, never half of one. Mode, byte order
 * mark and symbolic links stay; what a link leads to outside the boundary is not written.
 * @param before what was read; where the file has changed since, it is left alone.
 */
export function writeText(...change: Parameters<typeof changedFile>): Promise<Fault | undefined> {
  const file = changedFile(...change);
  const fault = 'fault' in file ? file : file.put();
  return Promise.resolve(fault && { fault: `${fault.fault}; not repaired` });
}
