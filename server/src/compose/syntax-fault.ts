import { type ErrorCode } from 'yaml';
import { type Span } from '../text/span';

/** A place where the file is no valid YAML. */
export interface SyntaxFault {
  /** One sentence that says what is wrong, and what to do where that is plain. */
  readonly message: string;
  readonly span: Span;
}

type FaultCode = ErrorCode | 'OWN_ALIAS';

/** A fault as it is found, before it is put into words. */
export interface RawFault {
  readonly code: FaultCode;
  /** The key or alias that the message names, or the library's own words. */
  readonly detail: string;
  /** Start and end offset. */
  readonly at: readonly [number, number];
}

const messages: Readonly<Record<FaultCode, string>> = {
  ALIAS_PROPS: 'An alias can have neither an anchor nor a tag.',
  BAD_ALIAS: 'The alias *{detail} names no anchor that stands before it.',
  BAD_COLLECTION_TYPE: 'The tag does not fit the kind of value that follows it.',
  BAD_DIRECTIVE: 'This is no YAML directive.',
  BAD_DQ_ESCAPE: 'Double quotes do not know this escape; write \\\\ for a backslash, or use single quotes.',
  BAD_INDENT: 'The indentation fits neither the line above nor any level around it.',
  BAD_PROP_ORDER: 'An anchor or tag stands before the indicator that it should follow.',
  BAD_SCALAR_START: 'A plain value cannot begin with this character; put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'A nested map cannot stand on the line of its key; start a new line, or quote the value.',
  BLOCK_IN_FLOW: 'Inside [ ] and { } only the flow style is allowed.',
  DUPLICATE_KEY: 'The key {detail} is written twice in this map.',
  IMPOSSIBLE: 'This is not valid YAML.',
  KEY_OVER_1024_CHARS: 'A key can have 1,024 characters at most.',
  MISSING_CHAR: 'A character is missing here: a closing quote or bracket, a colon, a comma, or a space.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line; a colon may be missing.',
  MULTIPLE_ANCHORS: 'A value can have one anchor only.',
  MULTIPLE_DOCS: 'Only one document is allowed here.',
  MULTIPLE_TAGS: 'A value can have one tag only.',
  NON_STRING_KEY: 'Keys must be plain text.',
  OWN_ALIAS: 'The alias *{detail} stands inside its own anchor, so that it would contain itself.',
  RESOURCE_EXHAUSTION: 'The file is nested too deeply to be read.',
  TAB_AS_INDENT: 'A tab stands in the indentation; YAML allows spaces only.',
  TAG_RESOLVE_FAILED: 'The value does not fit its tag.',
  UNEXPECTED_TOKEN:
    'This does not belong here: check the indentation, the brackets and the colons around it.',
};

/** What the library's own words say more exactly than its code. */
const closer: readonly (readonly [RegExp, string])[] = [
  [/^Missing closing (["'])/, 'A closing $1 is missing.'],
  [
    /end with a ([\]}])$/,
    'A closing $1 is missing, or what stands inside the brackets is not indented enough.',
  ],
  [/^Missing , /, 'A comma is missing between two items.'],
  [/followed by map value$|^Implicit map key/, 'A colon with a value is missing after this key.'],
  [/^Alias cannot be an empty string/, 'An alias needs the name of an anchor after its *.'],
];

export function syntaxFault({ code, detail, at: [start, end] }: RawFault, text: string): SyntaxFault {
  const near = closer.find(([words]) => words.test(detail));
  const message =
    near === undefined ? messages[code] : near[1].replace('$1', near[0].exec(detail)?.[1] ?? '');
  return { message: message.replace('{detail}', () => detail), span: faultSpan(text, start, end) };
}

/** A fault is shown on the line where it begins, on one character at least; at the end of the text, on the last one. */
function faultSpan(text: string, start: number, end: number): Span {
  const from = Math.max(0, Math.min(start, text.length - 1));
  const newline = /[\r\n]/g;
  newline.lastIndex = from + 1;
  const lineEnd = newline.exec(text)?.index ?? text.length;
  return { start: from, end: Math.min(text.length, Math.max(from + 1, Math.min(end, lineEnd))) };
}
