import { removeInstruction } from '../../../dockerfile/edits';
import { type Dockerfile, type RunInstruction } from '../../../dockerfile/model';
import { packageCommandsOf } from '../../../dockerfile/package-commands';
import { commandsOf } from '../../../dockerfile/walk';
import { removeWord } from '../../../shell/edits';
import { type ShellWord } from '../../../shell/model';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { contains, type Span } from '../../../text/span';
import { type Source } from '../../../text/source';
import { type Fix } from '../../rule';

/** Offers to leave a package out; all of the RUN where it does nothing but install that. */
export function withoutPackage(
  dockerfile: Dockerfile,
  source: Source,
  run: RunInstruction,
  { operands }: PackageCommand,
  word: ShellWord,
): Fix | undefined {
  if (operands.length > 1) {
    const edit = removeWord(source, word);
    return edit && { title: `Leave out ${word.value}`, edits: [edit] };
  }
  const calls = new Set(packageCommandsOf(run).map(({ written }) => written));
  const isAll = commandsOf(run).every(
    (command) =>
      calls.has(command) ||
      (command.name === 'rm' && command.args.some(({ value }) => /\/lists\b|\/cache\b/.test(value))),
  );
  const installs = packageCommandsOf(run).filter(({ manager, action }) => manager.install.includes(action));
  if (!isAll || installs.length > 1 || run.onbuild !== undefined || holdsComment(dockerfile, run.span))
    return undefined;
  return { title: 'Remove this RUN', edits: [removeInstruction(dockerfile, run)] };
}

function holdsComment({ comments }: Dockerfile, whole: Span): boolean {
  return comments.some(({ span }) => contains(whole, span));
}
