import { join } from 'node:path';
import { type DataReader } from './image/catalog/data-file';
import { readInto, readWhole } from './read-into';

/** Reads the data files of a folder of the disk: that of the bundle, which they are shipped with. */
export function dataFolder(folder: string): DataReader {
  return (file, start, end) => {
    const path = join(folder, file);
    const bytes =
      end === Infinity
        ? readWhole(path).subarray(start)
        : readInto(Buffer.allocUnsafe(end - start), path, start);
    return bytes.toString('latin1');
  };
}
