import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/**
 * Memory that holds the largest of these files, to read one after another into: to get new memory from the system takes
 * longer than to read them. A file that is not there needs none.
 */
export function memoryFor(...files: readonly string[]): Buffer {
  return Buffer.allocUnsafeSlow(Math.max(...files.map(sizeOf)));
}

function sizeOf(file: string): number {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

/**
 * Reads a file from a place on, counted in bytes, at most as much of it as the memory holds.
 * @returns the part of the memory that it takes. @throws what Node throws where it cannot be read.
 */
export function readInto(memory: Buffer, file: string, start = 0): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < memory.length; length += read)
      read = readSync(descriptor, memory, length, memory.length - length, start + length);
    return memory.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Reads the whole of a file. (Once something has been read into memory this is quicker than Node's own way, whose functions
 * would be compiled for it; what has no size that is known before, such as a pipe, is left to that.) @throws what Node throws.
 */
export function readWhole(file: string): Buffer {
  const memory = memoryFor(file);
  return memory.length === 0 ? readFileSync(file) : readInto(memory, file);
}
