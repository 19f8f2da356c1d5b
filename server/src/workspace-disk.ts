import { URI } from 'vscode-uri';
import { patientDisk } from './cli/disk';
import { createNodeHost } from './cli/node-host';
import { type Host } from './workspace/host';
import { isInside } from './workspace/uri';

/**
 * The disk, as far as the workspace folders reach.
 * @param folders URIs of the folders, as they are at the time of asking. A symbolic link that leads out of its folder
 *   leads nowhere.
 */
export function workspaceDisk(folders: () => readonly string[]): Host {
  const hosts = new Map<string, Host>();

  function hostOf(uri: string): Host | undefined {
    const folder = folders().find((candidate) => candidate.startsWith('file:') && isInside(candidate, uri));
    if (folder === undefined) return undefined;
    const host = hosts.get(folder) ?? createNodeHost(URI.parse(folder).fsPath, patientDisk);
    hosts.set(folder, host);
    return host;
  }

  return {
    readFile: async (uri) => hostOf(uri)?.readFile(uri),
    listFolder: async (uri) => hostOf(uri)?.listFolder(uri),
    isExecutable: async (uri) => hostOf(uri)?.isExecutable?.(uri),
    isTracked: async (uri) => hostOf(uri)?.isTracked?.(uri),
    realUri: async (uri) => hostOf(uri)?.realUri?.(uri),
  };
}
