import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type DataReader } from './image/catalog/data-file';

/** Reads the data files of a folder of the disk: that of the bundle, which they are shipped with. */
export function dataFolder(folder: string): DataReader {
  return (file, start, end) => {
    const path = join(folder, file);
    return end === Infinity ? readFileSync(path, 'latin1').slice(start) : readPart(path, start, end);
  };
}

function readPart(path: string, start: number, end: number): string {
  const opened = openSync(path, 'r');
  try {
    const part = Buffer.allocUnsafe(end - start);
    return part.toString('latin1', 0, readSync(opened, part, 0, part.length, start));
  } finally {
    closeSync(opened);
  }
}
