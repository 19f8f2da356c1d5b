import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../make-folders';

/** How many are kept: of the uses, and of the versions of Node and of Bulwark that a person has side by side. */
const kept = 8;

/** What is in the folder is run. */
const forNobodyElse = 0o700;

/** Compiled code of an earlier run; absent where there is none, or it cannot be read. */
export function readCode(folder: string, name: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
}

/** Keeps compiled code, whole or not at all. A folder that cannot be written to is no fault: the next run is a little slower. */
export function keepCode(folder: string, name: string, code: Uint8Array): void {
  const unfinished = join(folder, `${String(process.pid)}-${String(process.hrtime.bigint())}.unfinished`);
  try {
    makeFolder(dirname(folder), forNobodyElse);
    makeFolder(folder, forNobodyElse);
    writeFileSync(unfinished, code, { mode: 0o600 });
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
