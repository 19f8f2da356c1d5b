import { realpathSync } from 'node:fs';
import { shownPath } from './find-files';
import { type FileText } from './read-text';
import { type FileOnDisk } from './reporters/report';

/** How a patch has to see a file. It need not exist, as standard input bears any name. */
export function onDisk(path: string, { hasBom }: Pick<FileText, 'hasBom'>, cwd: string): FileOnDisk {
  const mark = hasBom ? '\ufeff' : '';
  try {
    return { path: shownPath(realpathSync.native(path), realpathSync.native(cwd)), mark };
  } catch {
    return { path: shownPath(path, cwd), mark };
  }
}
