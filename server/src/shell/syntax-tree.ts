import { parse, type ParsedScript } from 'unbash';
import { recently } from '../text/recent';
import { isTooDeep } from './depth';

/**
 * Parses shell text; absent where it nests too deep to be read in reasonable time, or where the parser fails. Trees are
 * shared, and only read.
 */
export function syntaxTree(text: string): ParsedScript | undefined {
  return read(text).tree;
}

const read = recently((text): { readonly tree: ParsedScript | undefined } => {
  if (isTooDeep(text)) return { tree: undefined };
  try {
    return { tree: parse(text) };
  } catch {
    return { tree: undefined };
  }
});
