import { parse, type ParsedScript } from 'unbash';
import { isTooDeep } from './depth';

/** Parses shell text; absent where it nests too deep to be read in reasonable time, or where the parser fails. */
export function syntaxTree(text: string): ParsedScript | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
