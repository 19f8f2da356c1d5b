import { joinUri } from './uri';

/** The URI of a path as Compose reads it; `undefined` for URLs, home folders and drives of Windows. */
export function localPath(path: string, folder: string): string | undefined {
  if (path === '' || path.startsWith('~') || path.includes('\\') || /^[\w.+-]+(?:@[^/]*)?:/.test(path))
    return undefined;
  return joinUri(folder, path);
}
