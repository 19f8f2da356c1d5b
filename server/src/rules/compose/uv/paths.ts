/** A relative path of the file in one form: no `./` before it, no slash behind; `''` for the file's own folder. */
export function relativePath(path: string): string | undefined {
  if (/^[/~]|^[A-Za-z]:/.test(path)) return undefined;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** How the surroundings are asked for a folder: `.`, `./web`, `../web`. */
export function folderName(path: string): string {
  if (path === '') return '.';
  return path.startsWith('..') ? path : `./${path}`;
}

/** The part of a path below a folder, `''` for the folder itself; undefined where it lies elsewhere. */
export function below(folder: string, path: string): string | undefined {
  if (folder === path) return '';
  if (folder === '') return path.startsWith('..') ? undefined : path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
