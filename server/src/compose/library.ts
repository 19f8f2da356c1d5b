import { Composer, type Document, Parser, type YAMLError } from 'yaml';
import { deepToken } from './depth';
import { type RawFault } from './syntax-fault';

/** What the library reads of a text. */
export interface Reading {
  readonly documents: readonly Document[];
  /** Where collections are nested too deeply; there are no documents then. */
  readonly tooDeep: number | undefined;
}

/** @param offset of the text's first character, from which all places in the documents count. */
export function readWithLibrary(text: string, offset = 0): Reading {
  const parser = new Parser();
  parser.offset = offset;
  const tokens = [...parser.parse(text)];
  const tooDeep = deepToken(tokens);
  if (tooDeep !== undefined) return { documents: [], tooDeep: tooDeep.offset };
  const composer = new Composer({
    // What a scalar means is read from its text: the library need not try what it looks like.
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
    logLevel: 'silent',
  });
  return { documents: [...composer.compose(tokens)], tooDeep };
}

export function faultsOf({ errors }: Document): readonly RawFault[] {
  return errors.map(({ code, message, pos }: YAMLError) => ({ code, detail: message, at: pos }));
}
