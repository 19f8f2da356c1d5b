import { known, UNKNOWN, type Known, type Unknown } from '../text/known';
import { removePrefix, removeSuffix, replacePattern } from './pattern';
import { parseTemplate, type Template, type TemplatePart, type VariablePart } from './template';

/**
 * An ARG without a default that nothing is known to give a value to. What it stands for is unknown, yet by default
 * `${v:-x}` means `x`.
 */
export const UNGIVEN: Unknown = { state: 'unknown' };

/** Variables that hold themselves twice double with every line; beyond this length a value is not followed. */
const MAX_LENGTH = 10_000;

/** What a variable holds: absent where it is known that there is none, and BuildKit puts nothing in its place. */
export type Lookup = (name: string) => Known<string>;

/** The text with quotes and escapes taken out and its variables put in. Unknown where one of them is. */
export function expand(text: string, lookup: Lookup, escape: string, quotes = true): Known<string> {
  return expandTemplate(parseTemplate(text, { escape, quotes }), lookup);
}

export function expandTemplate({ parts, valid }: Template, lookup: Lookup): Known<string> {
  return valid ? expandParts(parts, lookup) : UNKNOWN;
}

function expandParts(parts: readonly TemplatePart[], lookup: Lookup): Known<string> {
  let text = '';
  for (const part of parts) {
    const piece = typeof part === 'string' ? known(part) : expandVariable(part, lookup);
    if (piece.state === 'unknown') return UNKNOWN;
    if (piece.state === 'known') text += piece.value;
    if (text.length > MAX_LENGTH) return UNKNOWN;
  }
  return known(text);
}

function expandVariable(part: VariablePart, lookup: Lookup): Known<string> {
  const value = lookup(part.name);
  const isSet = isValueSet(value, part.emptyIsUnset);
  switch (part.operator) {
    case '':
      return value;
    case '-':
      if (isSet === undefined) return UNKNOWN;
      return isSet ? value : expandParts(part.word, lookup);
    case '+':
      if (isSet === undefined) return UNKNOWN;
      return isSet ? expandParts(part.word, lookup) : known('');
    case '?':
      return isSet === true ? value : UNKNOWN;
    default:
      return expandPattern(part, value, lookup);
  }
}

/** Whether the variable has a value that `-`, `+` and `?` count; `undefined` where that cannot be told. */
function isValueSet(value: Known<string>, emptyIsUnset: boolean): boolean | undefined {
  if (value.state === 'known') return !emptyIsUnset || value.value !== '';
  return value.state === 'absent' || value === UNGIVEN ? false : undefined;
}

function expandPattern(part: VariablePart, value: Known<string>, lookup: Lookup): Known<string> {
  const pattern = expandParts(part.word, lookup);
  const replacement = expandParts(part.replacement, lookup);
  if (value.state === 'absent') return value;
  if (value.state === 'unknown' || pattern.state !== 'known' || replacement.state !== 'known') return UNKNOWN;
  const result =
    part.operator === '#'
      ? removePrefix(value.value, pattern.value, part.doubled)
      : part.operator === '%'
        ? removeSuffix(value.value, pattern.value, part.doubled)
        : replacePattern(value.value, pattern.value, replacement.value, part.doubled);
  return result === undefined ? UNKNOWN : known(result);
}
