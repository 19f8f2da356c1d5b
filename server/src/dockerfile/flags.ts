import { type MappedText } from '../text/mapped';
import { type Span } from '../text/span';
import { skipBlanks } from './blanks';
import { endOfWord } from './logical-line';
import { type Flag } from './model';
import { unquoteMapped } from './quotes';

/** A flag, with the value's way back to the document. */
export interface MappedFlag extends Flag {
  readonly valueText?: MappedText;
}

/** BuildKit takes flags apart with a backslash, whatever `# escape=` says. */
const ESCAPE = '\\';

/**
 * The `--name[=value]` words that `text` begins with, and where the rest starts. A lone `--` ends them and belongs
 * to neither.
 */
export function readFlags(text: MappedText): {
  readonly flags: readonly MappedFlag[];
  readonly rest: number;
} {
  const flags: MappedFlag[] = [];
  let at = skipBlanks(text.text, 0);
  while (text.text.startsWith('--', at)) {
    const end = endOfWord(text.text, at, ESCAPE);
    if (end === at + 2) return { flags, rest: skipBlanks(text.text, end) };
    flags.push(readFlag(text, at, end));
    at = skipBlanks(text.text, end);
  }
  return { flags, rest: at };
}

function readFlag(text: MappedText, start: number, end: number): MappedFlag {
  const word = text.text.slice(start, end);
  const equals = word.indexOf('=');
  const nameEnd = equals < 0 ? end : start + equals;
  const spans: { readonly span: Span; readonly nameSpan: Span } = {
    span: text.spanOf(start, end),
    nameSpan: text.spanOf(start + 2, nameEnd),
  };
  const name = text.text.slice(start + 2, nameEnd).toLowerCase();
  if (equals < 0) return { name, ...spans };
  const valueText = unquoteMapped(text.slice(nameEnd + 1, end), ESCAPE);
  return { name, value: valueText.text, ...spans, valueSpan: text.spanOf(nameEnd + 1, end), valueText };
}
