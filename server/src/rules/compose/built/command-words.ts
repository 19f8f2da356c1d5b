import { type Command } from '../../../compose/field';
import { type Span } from '../../../text/span';

/** A word that a container is started with. */
export interface CommandWord {
  readonly text: string;
  /** Of the word alone where its text stands in the file, else of the scalar that holds it. */
  readonly span: Span;
}

/**
 * The words of a `command` or `entrypoint`; absent where a variable leaves one open. Compose takes a string apart by blanks
 * and quotes, and gives it to no shell.
 * @see https://docs.docker.com/reference/compose-file/services/#command
 */
export function commandWords({ form, words }: Command): readonly CommandWord[] | undefined {
  const read: CommandWord[] = [];
  for (const { resolved, span, text, textStart } of words) {
    if (resolved.state !== 'known') return undefined;
    const { value } = resolved;
    if (form === 'exec') {
      read.push({ text: value, span });
      continue;
    }
    const start = value === text ? textStart : undefined;
    for (const { 0: raw, index } of value.matchAll(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs))
      read.push({
        text: raw.replace(/\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/gs, '$1$2$3'),
        span: start === undefined ? span : { start: start + index, end: start + index + raw.length },
      });
  }
  return read;
}
