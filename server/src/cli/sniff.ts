import { extname } from 'node:path';
import { type FileLanguage } from '../workspace/file-names';

/** What a file is whose name does not tell: by its extension, else by its first instruction. */
export function sniffLanguage(path: string, text: string): FileLanguage | undefined {
  if (/^\.ya?ml$/i.test(extname(path))) return 'compose';
  for (const line of text.split(/\r\n?|\n/, 1000)) {
    const trimmed = line.trim();
    if (trimmed !== '' && !trimmed.startsWith('#'))
      return /^(?:FROM|ARG)\s/i.test(trimmed) ? 'dockerfile' : undefined;
  }
  return undefined;
}
