import { isUtf8 } from 'node:buffer';
import { type Stats } from 'node:fs';
import { type Disk, promptDisk } from './disk';

/** The text of a file and what is needed to write it back as it was. */
export interface FileText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly hasBom: boolean;
  readonly bytes: Uint8Array;
}

/** Why something cannot be done, as the end of a sentence that begins with the file: `is a folder`. */
export interface Fault {
  readonly fault: string;
}

/** Nothing larger is read at all, in bytes; the service has its own, lower limit for what it checks. */
export const largest = 16 * 1024 * 1024;

export const tooLarge: Fault = { fault: 'is larger than 16 MiB' };

/** Reads a file of UTF-8 text. */
export async function readText(path: string, disk: Disk = promptDisk): Promise<FileText | Fault> {
  try {
    const unreadable = notAFile(await disk.stat(path));
    return unreadable === undefined ? decodeText(await disk.readFile(path)) : { fault: unreadable };
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}

function notAFile(stats: Stats): string | undefined {
  if (stats.isDirectory()) return 'is a folder';
  if (!stats.isFile()) return 'is not a regular file';
  return stats.size > largest ? tooLarge.fault : undefined;
}

/** Bytes as UTF-8 text. */
export function decodeText(bytes: Buffer): FileText | Fault {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { fault: 'is UTF-16; only UTF-8 can be read' };
  // Without a TextDecoder, which is one more thing to load.
  const whole = isUtf8(bytes) ? bytes.toString() : undefined;
  if (whole === undefined ? bytes.includes(0) : whole.includes('\0')) return { fault: 'is a binary file' };
  if (whole === undefined) return { fault: 'is not UTF-8 text' };
  const hasBom = whole.startsWith('\ufeff');
  return { text: hasBom ? whole.slice(1) : whole, hasBom, bytes };
}

/** The message of a failed system call, without the code and the path that Node puts around it. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  switch (code) {
    case 'ENOENT':
      return 'does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'cannot be opened: permission denied';
    case 'EISDIR':
      return 'is a folder';
    case 'ELOOP':
      return 'is a symbolic link that leads to itself';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'cannot be written: no space is left';
    case 'EFBIG':
      return 'cannot be written: it would be larger than is allowed';
    case 'EROFS':
      return 'cannot be written: the file system is read-only';
    default:
      return `cannot be read or written: ${message ?? String(error)}`;
  }
}
