import { appendFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../make-folders';
import { readInto } from '../read-into';

/** How many are kept: of the files of a bundle, of the uses, and of the versions of Node and of Bulwark that a person has side by side. */
const kept = 32;

/** What is in the folder is run. */
const forNobodyElse = 0o700;

/** Compiled code of earlier runs. */
export interface KeptCode {
  readonly code: Uint8Array;
  /** How many runs have added to it, at most 255: the last byte of the file. */
  readonly runs: number;
}

/**
 * @param memory holds the code from then on.
 * @returns nothing where there is no code, or it cannot be read.
 */
export function readCode(folder: string, name: string, memory: Buffer): KeptCode | undefined {
  try {
    const content = readInto(memory, join(folder, name));
    return { code: content.subarray(0, -1), runs: content.at(-1) ?? 0 };
  } catch {
    return undefined;
  }
}

/** Keeps compiled code, whole or not at all. A folder that cannot be written to is no fault: the next run is a little slower. */
export function keepCode(folder: string, name: string, { code, runs }: KeptCode): void {
  const unfinished = join(folder, `${String(process.pid)}-${String(process.hrtime.bigint())}.unfinished`);
  try {
    makeFolder(dirname(folder), forNobodyElse);
    makeFolder(folder, forNobodyElse);
    writeFileSync(unfinished, code, { mode: 0o600 });
    appendFileSync(unfinished, Uint8Array.of(runs));
    renameSync(unfinished, join(folder, name));
    removeOldest(folder);
  } catch {
    remove(unfinished);
  }
}

function remove(path: string): void {
  try {
    rmSync(path);
  } catch {
    // It never came to be, or another run has removed it.
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.code'))
    .map((name) => join(folder, name))
    .map((path) => ({ path, age: statSync(path).mtimeMs }))
    .sort((one, other) => other.age - one.age);
  for (const { path } of files.slice(kept)) remove(path);
}
