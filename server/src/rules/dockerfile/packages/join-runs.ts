import { lastCommand } from '../../../dockerfile/append-command';
import { type Dockerfile, type RunInstruction } from '../../../dockerfile/model';
import { insert, remove, replace, type Edit } from '../../../text/edit';

/**
 * Makes one RUN of two that follow each other, the second on lines of its own; comments between them stay.
 * @param last one more command for the end.
 * @returns nothing where either is more than a list of commands joined by `&&`, or has flags or heredocs.
 */
export function joinRuns(
  { source, escape }: Dockerfile,
  first: RunInstruction,
  second: RunInstruction,
  last?: string,
): readonly Edit[] | undefined {
  if (!isPlainList(first) || !isPlainList(second)) return undefined;
  const edits: Edit[] = [insert(first.span.end, ` ${escape}`)];
  const start = second.body.offsetOf(0);
  const from = source.lineAt(first.span.end) + 1;
  const to = source.lineAt(second.span.start);
  // Empty lines inside an instruction are deprecated.
  for (let line = from; line < to; line++)
    if (source.slice(source.lineSpan(line)).trim() === '') edits.push(remove(source.fullLineSpan(line)));
  const indent = continuationIndent(first, source) ?? continuationIndent(second, source) ?? '    ';
  edits.push(replace({ start: source.lineSpan(to).start, end: start }, `${indent}&& `));
  if (last !== undefined) edits.push(insert(second.span.end, ` ${escape}${source.eol}${indent}&& ${last}`));
  return edits;
}

function isPlainList(run: RunInstruction): boolean {
  if (run.flags.length > 0 || run.heredocs.length > 0 || lastCommand(run) === undefined) return false;
  const [first] = run.script?.commands ?? [];
  return (
    first?.span.start === run.body.offsetOf(0) &&
    run.script?.commands.every(
      ({ joinedBy, conditional }) => !conditional && /^(?:start|&&|\|)$/.test(joinedBy),
    ) === true
  );
}

function continuationIndent({ headSpan }: RunInstruction, source: Dockerfile['source']): string | undefined {
  const line = source.lineAt(headSpan.start) + 1;
  return line <= source.lineAt(headSpan.end) ? source.indentAt(line) : undefined;
}
