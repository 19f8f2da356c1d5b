import { fstatSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type FileLanguage, languageOfName } from '../workspace/file-names';
import { boundaryOf } from './boundary';
import { type FoundFile } from './find-files';
import { decodeText, type Fault, type FileText, largest, readText, reasonOf, tooLarge } from './read-text';
import { readInput, type Terminal } from './terminal';
import { writeText } from './write-text';

/** A text that is checked, and a place for its repaired form. */
export interface Input {
  /** Absolute; for standard input the path that it was given. */
  readonly path: string;
  /** By its name; `undefined` where only its text can tell. */
  readonly language: FileLanguage | undefined;
  /** The folder that was named, absolute, and in which it was found. */
  readonly folder?: string | undefined;
  read(): Promise<FileText | Fault>;
  /** Takes the text after all repairs, also where it is still the one that was read. */
  write(text: string, before: FileText): Promise<Fault | undefined>;
}

/** A file, which is written only where its text has changed. */
export function fileInput({ path, language, folder }: Omit<FoundFile, 'real'>, cwd: string): Input {
  return {
    path,
    language,
    folder,
    read: () => readText(path),
    write: async (text, before) =>
      text === before.text ? undefined : writeText(path, text, before, boundaryOf(dirname(path), cwd)),
  };
}

/** Standard input, checked as if it were the file of that name; its repaired text goes to standard output. */
export function standardInput(name: string, { stdin, stdout, cwd }: Terminal): Input {
  const path = resolve(cwd, name);
  return {
    path,
    language: languageOfName(basename(path)),
    read: () => readStandardInput(stdin),
    write: (text, { hasBom }) => {
      stdout.write(hasBom ? `\ufeff${text}` : text);
      return Promise.resolve(undefined);
    },
  };
}

async function readStandardInput(stdin: Terminal['stdin']): Promise<FileText | Fault> {
  try {
    const bytes = await readInput(stdin, largest);
    if (bytes === undefined) return tooLarge;
    // Node reads a folder as if it were empty.
    return bytes.length === 0 && isFolder(stdin)
      ? { fault: 'cannot be read: standard input is a folder' }
      : decodeText(bytes);
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}

function isFolder(stdin: Terminal['stdin']): boolean {
  return 'fd' in stdin && typeof stdin.fd === 'number' && fstatSync(stdin.fd).isDirectory();
}
