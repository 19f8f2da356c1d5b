import { type ShellCommand } from '../shell/model';
import { remove, type Edit } from '../text/edit';
import { type Span } from '../text/span';
import { removeInstruction } from './edits';
import { type Dockerfile, type RunInstruction } from './model';

/**
 * Takes a command out of a list joined by `&&`, `;` or new lines, together with the joint beside it; the whole RUN where
 * it has no other. Absent where the command is more than a part of such a list (a pipe, a condition, another command's
 * argument), or where comments would go with it.
 */
export function removeCommand(
  dockerfile: Dockerfile,
  run: RunInstruction,
  command: ShellCommand,
): Edit | undefined {
  const { source } = dockerfile;
  const commands = run.script?.commands.filter(({ substituted }) => !substituted) ?? [];
  const at = commands.findIndex(({ span }) => span.start === command.span.start);
  const own = commands[at];
  if (run.script?.complete !== true || own === undefined || !isPlain(own)) return undefined;
  const next = commands[at + 1];
  const previous = commands[at - 1];
  if (commands.length === 1) {
    const isAll =
      run.heredocs.length === 0 && run.onbuild === undefined && !holdsComment(dockerfile, run.span);
    return isAll ? removeInstruction(dockerfile, run) : undefined;
  }
  const joint = /^\s*(?:&&|;|\n)\s*$/;
  const between = (start: number, end: number): boolean =>
    start <= end && joint.test(source.text.slice(start, end).replace(/[\\`][ \t]*\r?\n/g, ' '));
  if (next !== undefined) {
    if (!isPlainStart(own) || !/^(?:&&|;|start)$/.test(next.joinedBy)) return undefined;
    const span = { start: own.span.start, end: next.span.start };
    return between(endOf(own), span.end) && !holdsComment(dockerfile, span) ? remove(span) : undefined;
  }
  if (previous === undefined) return undefined;
  const span = { start: endOf(previous), end: endOf(own) };
  return between(span.start, own.span.start) && !holdsComment(dockerfile, span) ? remove(span) : undefined;
}

function isPlain({ conditional, substituted, pipeline, redirects, wrappers }: ShellCommand): boolean {
  return (
    !conditional &&
    !substituted &&
    pipeline === undefined &&
    !redirects.some(({ heredoc }) => heredoc !== undefined) &&
    wrappers.every(({ name }) => name === 'sudo')
  );
}

function isPlainStart({ joinedBy }: ShellCommand): boolean {
  return joinedBy === 'start' || joinedBy === '&&' || joinedBy === ';';
}

function endOf({ span, redirects }: ShellCommand): number {
  return Math.max(span.end, ...redirects.map((redirect) => redirect.span.end));
}

function holdsComment({ comments }: Dockerfile, { start, end }: Span): boolean {
  return comments.some(({ span }) => span.start >= start && span.end <= end);
}
