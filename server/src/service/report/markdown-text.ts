import { code, codeInCell } from '../images/markdown';
import { messageParts, oneLine } from './message-parts';

/** A name from a file, as code; outside tables. */
export function name(text: string): string {
  return code(oneLine(text));
}

/** The same in a table: it stays one cell. */
export function nameInCell(text: string): string {
  return codeInCell(oneLine(text));
}

/** A sentence with code in it, outside tables; all else that Markdown or mathematics would take for its own is text. */
export function prose(message: string): string {
  return proseWith(code, message);
}

/** The same in a table: it stays one cell. */
export function proseInCell(message: string): string {
  return proseWith(codeInCell, message);
}

function proseWith(asCode: (text: string) => string, message: string): string {
  return messageParts(message)
    .map(({ text, isCode }) => (isCode ? asCode(text) : text.replace(/[\\`|<>&*_~[\]#$]/g, '\\$&')))
    .join('');
}
