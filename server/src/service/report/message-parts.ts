import { printable } from '../../text/printable';

/** A piece of a message: code stood between backquotes there. */
export interface MessagePart {
  readonly text: string;
  readonly isCode: boolean;
}

/** What a message is made of, on one line. A backquote without a second one is text. */
export function messageParts(message: string): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  const line = oneLine(message);
  let from = 0;
  for (const { 0: whole, 1: code = '', index } of line.matchAll(/`([^`]+)`/g)) {
    if (index > from) parts.push({ text: line.slice(from, index), isCode: false });
    parts.push({ text: code, isCode: true });
    from = index + whole.length;
  }
  if (from < line.length) parts.push({ text: line.slice(from), isCode: false });
  return parts;
}

/** A text of a file on one line, what cannot be seen made visible. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '));
}
