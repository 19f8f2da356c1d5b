import { canonical, nameOf, relativePath } from '../../workspace/uri';

/**
 * How a file of the workspace is shown: its path in its folder, behind the folder's name where there are several.
 * @param folders canonical.
 */
export function shownPath(folders: readonly string[], uri: string): string {
  for (const folder of folders) {
    const path = relativePath(folder, canonical(uri));
    if (path !== undefined) return folders.length > 1 ? `${nameOf(folder)}/${path}` : path;
  }
  return uri;
}
