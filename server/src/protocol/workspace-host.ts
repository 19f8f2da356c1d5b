import { type Host } from '../workspace/host';
import { isInside } from '../workspace/uri';

interface Parts {
  /** Workspace folders as they are now. */
  readonly folders: () => readonly string[];
  /** Text of an open editor. */
  readonly open: (uri: string) => string | undefined;
  /** For `file:` URIs; absent where there is no file system. */
  readonly disk?: Host | undefined;
  /** For all other URIs; absent where the editor cannot be asked. */
  readonly editor?: Host | undefined;
}

/** The workspace and nothing else: open editors first, then the disk or, where it lies elsewhere, the editor. */
export function workspaceHost({ folders, open, disk, editor }: Parts): Host {
  const inside = (uri: string): boolean => folders().some((folder) => isInside(folder, uri));
  const hostOf = (uri: string): Host | undefined => (uri.startsWith('file:') ? (disk ?? editor) : editor);
  return {
    async readFile(uri) {
      if (!inside(uri)) return undefined;
      return open(uri) ?? (await hostOf(uri)?.readFile(uri));
    },
    async listFolder(uri) {
      return inside(uri) ? hostOf(uri)?.listFolder(uri) : undefined;
    },
    async isExecutable(uri) {
      return inside(uri) ? hostOf(uri)?.isExecutable?.(uri) : undefined;
    },
    async isTracked(uri) {
      return inside(uri) ? hostOf(uri)?.isTracked?.(uri) : undefined;
    },
    async realUri(uri) {
      return inside(uri) ? hostOf(uri)?.realUri?.(uri) : undefined;
    },
  };
}
