import { type CommandInstruction } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { type Fix } from '../../rule';

/**
 * Offers the array that names the shell, as shell form does unsaid; with `exec` before the last command where it is the
 * one that goes on running. Absent for text of more than one line, which an array cannot keep.
 */
export function shellCommandArray(
  { body, script, keyword }: CommandInstruction,
  source: Source,
): Fix | undefined {
  const span = body.spanOf(0, body.text.length);
  if (script === undefined || !script.complete || source.slice(span) !== body.text) return undefined;
  const last = script.commands.at(-1);
  const isMain =
    last?.program !== undefined &&
    last.wrappers.length === 0 &&
    last.pipeline === undefined &&
    !last.substituted &&
    script.commands.every(({ conditional, substituted }) => !conditional && !substituted) &&
    last.span.end === span.end;
  const at = last?.program === undefined ? 0 : last.program.span.start - span.start;
  const text = isMain ? `${body.text.slice(0, at)}exec ${body.text.slice(at)}` : body.text;
  const name = keyword === 'CMD' ? 'command' : 'entry point';
  return {
    title: isMain ? `Name the shell, which hands over to the ${name} by exec` : 'Name the shell',
    edits: [replace(span, `["sh", "-c", ${JSON.stringify(text)}]`)],
  };
}
