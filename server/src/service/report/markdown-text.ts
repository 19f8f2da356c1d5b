import { code } from '../images/markdown';
import { messageParts, oneLine } from './message-parts';

/** A name from a file, as code: in a table it stays one cell. */
export function name(text: string): string {
  return code(oneLine(text));
}

/** A sentence with code in it; all else that Markdown, mathematics or a table would take for its own is text. */
export function prose(message: string): string {
  return messageParts(message)
    .map(({ text, isCode }) => (isCode ? code(text) : text.replace(/[\\`|<>&*_~[\]#$]/g, '\\$&')))
    .join('');
}
