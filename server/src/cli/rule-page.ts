import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The page of a rule, in Markdown.
 * @param folder of the pages, absolute; absent where they are not shipped.
 * @param id of a rule that exists.
 */
export function readPage(folder: string | undefined, id: string): string | undefined {
  if (folder === undefined) return undefined;
  try {
    return readFileSync(join(folder, `${id}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
