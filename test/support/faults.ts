import { parseCompose } from '../../server/src/compose/parse';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { type Language } from '../../server/src/rules/rule';

/** How much of a text is not understood: words that are no instruction, YAML errors. */
export function faults(language: Language, text: string): number {
  if (language === 'compose') return parseCompose(text).errors.length;
  return parseDockerfile(text).instructions.filter(({ keyword }) => keyword === 'UNKNOWN').length;
}
