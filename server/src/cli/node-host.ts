import { type Stats } from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { type Host } from '../workspace/host';
import { isWithin } from './boundary';
import { type Disk, promptDisk } from './disk';
import { isTracked } from './git-index';
import { readText } from './read-text';

/** A host on the file system that reads inside the boundary only, symbolic links resolved. */
export function createNodeHost(boundary: string, disk: Disk = promptDisk): Host {
  let root: Promise<string> | undefined;

  async function inside(uri: string): Promise<string | undefined> {
    const { scheme, fsPath } = URI.parse(uri);
    if (scheme !== 'file') return undefined;
    const path = await disk.realpath(fsPath);
    root ??= disk.realpath(boundary);
    return isWithin(await root, path) ? path : undefined;
  }

  return {
    async readFile(uri) {
      const path = await inside(uri).catch(() => undefined);
      if (path === undefined) return undefined;
      const file = await readText(path, disk);
      return 'fault' in file ? undefined : file.text;
    },
    async listFolder(uri) {
      try {
        const folder = await inside(uri);
        if (folder === undefined) return undefined;
        const names: string[] = [];
        for (const entry of await disk.readdir(folder)) {
          const isFolder = entry.isSymbolicLink()
            ? await leadsToFolder(join(folder, entry.name), disk)
            : entry.isDirectory();
          names.push(isFolder ? `${entry.name}/` : entry.name);
        }
        return names;
      } catch {
        return undefined;
      }
    },
    async isExecutable(uri) {
      // Windows has no such bit; Docker then takes every file for executable.
      if (process.platform === 'win32') return undefined;
      const path = await inside(uri).catch(() => undefined);
      return path === undefined ? undefined : disk.stat(path).then(canBeExecuted, () => undefined);
    },
    async isTracked(uri) {
      try {
        const path = await inside(uri);
        return path === undefined || root === undefined ? undefined : await isTracked(path, await root);
      } catch {
        return undefined;
      }
    },
    async realUri(uri) {
      const path = await inside(uri).catch(() => undefined);
      return path === undefined ? undefined : URI.file(path).toString();
    },
  };
}

function canBeExecuted(stats: Stats): boolean | undefined {
  return stats.isFile() ? (stats.mode & 0o111) !== 0 : undefined;
}

async function leadsToFolder(link: string, disk: Disk): Promise<boolean> {
  return disk.stat(link).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
