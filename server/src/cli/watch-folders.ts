import { type FSWatcher, watch } from 'node:fs';

/** Changes come in swarms: an editor writes beside the file and renames. In milliseconds. */
const quiet = 80;

/** Ends when something in one of the folders has changed and all is quiet again, or when `stopped` is. */
export function watchFolders(folders: Iterable<string>, stopped: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const watchers: FSWatcher[] = [];
    let timer: NodeJS.Timeout | undefined;
    const end = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      resolve();
    };
    if (stopped?.aborted === true) {
      end();
      return;
    }
    stopped?.addEventListener('abort', end, { once: true });
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(end, quiet);
    };
    for (const folder of folders)
      try {
        watchers.push(watch(folder, changed).on('error', changed));
      } catch {
        // Gone since it was listed: the folder above tells when it comes back.
      }
  });
}
