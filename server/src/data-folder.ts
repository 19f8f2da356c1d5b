import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataReader } from './image/catalog/data-file';
import { readInto } from './read-into';

/** Reads the data files of a folder of the disk: that of the bundle, which they are shipped with. */
export function dataFolder(folder: string): DataReader {
  return (file, start, end) => {
    const path = join(folder, file);
    return end === Infinity
      ? readFileSync(path, 'latin1').slice(start)
      : readInto(Buffer.allocUnsafe(end - start), path, start).toString('latin1');
  };
}
