import { type Dirent, promises, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { readWhole } from '../read-into';

/** What is asked of the file system; each answer fails as that of Node's own function does. */
export interface Disk {
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<Stats>;
  readFile(path: string): Promise<Buffer>;
  /** The entries of a folder, in no order. */
  readdir(path: string): Promise<Dirent[]>;
}

/**
 * Answers while others go on: for a server, which must not wait for a slow drive. (What is behind `promises` is loaded when
 * it is first used: that takes milliseconds.)
 */
export const patientDisk: Disk = {
  realpath: (path) => promises.realpath(path),
  stat: (path) => promises.stat(path),
  readFile: (path) => promises.readFile(path),
  readdir: (path) => promises.readdir(path, { withFileTypes: true }),
};

/** Answers at once: a run of the command line has nothing else to do, and each way through Node's threads costs more than the call. */
export const promptDisk: Disk = {
  realpath: (path) => answer(() => realpathSync.native(path)),
  stat: (path) => answer(() => statSync(path)),
  readFile: (path) => answer(() => readWhole(path)),
  readdir: (path) => answer(() => readdirSync(path, { withFileTypes: true })),
};

function answer<T>(ask: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(ask());
  });
}
