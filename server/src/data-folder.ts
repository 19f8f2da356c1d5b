import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataReader } from './image/catalog/data-file';

/** Reads the data files of a folder of the disk: that of the bundle, which they are shipped with. */
export function dataFolder(folder: string): DataReader {
  return (file) => readFileSync(join(folder, file), 'utf8');
}
