import { type Dockerfile, type RunInstruction } from '../dockerfile/model';
import { type ShellCommand } from '../shell/model';
import { remove, type Edit } from '../text/edit';
import { isPlainCommand } from './commands';

/**
 * Takes commands out of a RUN that keeps others: together with the joint that follows them, or the one before where they
 * are the last. Absent where that is not a matter of cutting a plain list.
 */
export function dropCommands(
  { source, comments }: Dockerfile,
  { script, heredocs }: RunInstruction,
  dropped: (command: ShellCommand) => boolean,
): readonly Edit[] | undefined {
  const all = script?.commands.filter(({ substituted }) => !substituted) ?? [];
  if (script?.complete !== true || heredocs.length > 0 || !all.every(isPlainCommand)) return undefined;
  const edits: Edit[] = [];
  for (let at = 0; at < all.length; at++) {
    const first = all[at];
    if (first === undefined || !dropped(first)) continue;
    let end = at;
    for (let next = all[end + 1]; next !== undefined && dropped(next); next = all[end + 1]) end++;
    const last = all[end];
    const next = all[end + 1];
    const previous = all[at - 1];
    if (last === undefined) return undefined;
    const target =
      next !== undefined
        ? { start: first.span.start, end: next.span.start }
        : { start: endOf(previous ?? first), end: endOf(last) };
    const joint =
      next !== undefined
        ? source.text.slice(endOf(last), next.span.start)
        : source.text.slice(target.start, first.span.start);
    if (!/^\s*(?:&&|;)\s*$/.test(joint.replace(/[\\`][ \t]*\r?\n/g, ' '))) return undefined;
    if (comments.some(({ span }) => span.start >= target.start && span.end <= target.end)) return undefined;
    edits.push(remove(target));
    at = end;
  }
  return edits;
}

function endOf({ span, redirects }: ShellCommand): number {
  return Math.max(span.end, ...redirects.map((redirect) => redirect.span.end));
}
