import { known } from '../../text/known';

/** The root folder, as a base to resolve paths on. */
export const atRoot = known('/');

/** Whether a path is the folder or lies in it. */
export function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

/** The folder that a normalised absolute path lies in. */
export function folderOfPath(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What of a path lies below the folder; `''` for the folder itself. */
export function below(path: string, folder: string): string {
  return path === folder ? '' : path.slice(folder === '/' ? 1 : folder.length + 1);
}

/** A path below a folder; the folder itself for `''`. */
export function join(folder: string, rest: string): string {
  if (rest === '') return folder;
  return folder === '/' ? `/${rest}` : `${folder}/${rest}`;
}

/** The part of a path before its first wildcard or variable, as far as a folder's end; all of it where there is none. */
export function beforeWildcard(path: string): { readonly path: string; readonly exact: boolean } {
  const at = path.search(/[*?[$]/);
  return at < 0
    ? { path, exact: true }
    : { path: path.slice(0, path.lastIndexOf('/', at) + 1), exact: false };
}
