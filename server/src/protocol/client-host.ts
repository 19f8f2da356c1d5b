import { type Connection, RequestType } from 'vscode-languageserver';
import { type Host } from '../workspace/host';

interface Place {
  readonly uri: string;
}

/** Text of a file of the workspace; `null` where there is none. Sent to clients that said `readsFiles`. */
export const readFileRequest = new RequestType<Place, string | null, void>('bulwark/readFile');

/** Names in a folder of the workspace, those of folders with a trailing slash; `null` where there is none. */
export const listFolderRequest = new RequestType<Place, readonly string[] | null, void>('bulwark/listFolder');

/** Reads through the editor: where the server has no file system, or the workspace lies elsewhere. */
export function clientHost(connection: Connection): Host {
  return {
    async readFile(uri) {
      const text: unknown = await connection.sendRequest(readFileRequest, { uri }).catch(() => null);
      return typeof text === 'string' ? text : undefined;
    },
    async listFolder(uri) {
      const names: unknown = await connection.sendRequest(listFolderRequest, { uri }).catch(() => null);
      return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : undefined;
    },
  };
}
