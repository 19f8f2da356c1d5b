import { type ShellCommand } from '../shell/model';
import { UNKNOWN, type Known } from '../text/known';
import { type RunInstruction, type Stage } from './model';
import { ModelMap } from './model-map';
import { resolvePath } from './paths';
import { commandsOf } from './walk';

const read = new ModelMap<RunInstruction, ReadonlyMap<ShellCommand, Known<string>>>();

/** The folder that a command of a RUN starts in: the work dir, and where `cd` went before it. */
export function commandFolder(stage: Stage, run: RunInstruction, command: ShellCommand): Known<string> {
  let folders = read.get(run);
  if (folders === undefined) {
    folders = foldersOf(stage, run);
    read.set(run, folders);
  }
  return folders.get(command) ?? UNKNOWN;
}

function foldersOf(stage: Stage, run: RunInstruction): ReadonlyMap<ShellCommand, Known<string>> {
  const folders = new Map<ShellCommand, Known<string>>();
  let folder: Known<string> = run.onbuild === undefined ? stage.before(run).workdir : UNKNOWN;
  for (const command of commandsOf(run)) {
    folders.set(command, folder);
    const { name, args, conditional } = command;
    if (name === 'popd') folder = UNKNOWN;
    if (name !== 'cd' && name !== 'pushd') continue;
    const [to] = args;
    const isPlain = to?.literal === true && to.value !== '-' && !conditional && !hasSubshell(run);
    folder = isPlain ? resolvePath(to.value, folder) : UNKNOWN;
  }
  return folders;
}

/** A subshell goes back to where it came from, which the list of commands does not show. */
function hasSubshell(run: RunInstruction): boolean {
  return /(?:^|[\s;&|])\(/.test(run.script?.text.text ?? '');
}
