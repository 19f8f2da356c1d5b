import { type Host } from './host';
import { parentOf } from './uri';

/** A host that asks another one at most once for each file and folder, until it is told to forget. */
export interface CachedHost extends Host {
  /** Forgets the file or folder, and the folder that lists it: it was written, created or deleted. */
  forget(uri: string): void;
  /** Forgets the text of the file: it was written, and stands where it stood. */
  forgetText(uri: string): void;
  forgetAll(): void;
}

export function cacheHost(host: Host): CachedHost {
  const files = new Map<string, Promise<string | undefined>>();
  const folders = new Map<string, Promise<readonly string[] | undefined>>();
  const executables = new Map<string, Promise<boolean | undefined>>();
  return {
    readFile: (uri) => remembered(files, uri, () => host.readFile(uri)),
    listFolder: (uri) => remembered(folders, uri, () => host.listFolder(uri)),
    isExecutable: (uri) => remembered(executables, uri, async () => host.isExecutable?.(uri)),
    // Git tells nobody when it begins or ceases to track a file.
    isTracked: async (uri) => host.isTracked?.(uri),
    // Asked once for each folder while a workspace is searched.
    realUri: async (uri) => host.realUri?.(uri),
    forget(uri) {
      files.delete(uri);
      executables.delete(uri);
      folders.delete(uri);
      const parent = parentOf(uri);
      if (parent !== undefined) folders.delete(parent);
    },
    forgetText(uri) {
      files.delete(uri);
    },
    forgetAll() {
      files.clear();
      folders.clear();
      executables.clear();
    },
  };
}

/** Promises are kept, not values, so that two that ask at the same time share one reading. Failures are not kept. */
function remembered<T>(
  kept: Map<string, Promise<T | undefined>>,
  uri: string,
  read: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const before = kept.get(uri);
  if (before !== undefined) return before;
  const reading = read().catch(() => {
    if (kept.get(uri) === reading) kept.delete(uri);
    return undefined;
  });
  kept.set(uri, reading);
  return reading;
}
