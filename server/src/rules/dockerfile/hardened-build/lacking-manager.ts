import { chainOf } from '../../../dockerfile/chain';
import { execCommand } from '../../../dockerfile/exec-command';
import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { type PackageManager } from '../../../image/facts';
import { type ShellCommand, type ShellWord } from '../../../shell/model';
import { valueOf } from '../../../text/known';
import { mayHaveGainedShell } from '../hardened/gained-shell';

/** Programs that install a distribution's packages, by the package manager that they are part of. */
const programs: ReadonlyMap<string, PackageManager> = new Map([
  ['apt', 'apt'],
  ['apt-get', 'apt'],
  ['aptitude', 'apt'],
  ['apk', 'apk'],
  ['dnf', 'dnf'],
  ['yum', 'yum'],
  ['microdnf', 'microdnf'],
  ['zypper', 'zypper'],
  ['pacman', 'pacman'],
]);

export interface LackingManager {
  readonly program: ShellWord;
  /** The one that the image has instead. */
  readonly other: PackageManager;
}

/**
 * The first package manager that a RUN calls although the image certainly has none, or has another. Absent where the call
 * hangs on a condition, and where something may have brought the program.
 */
export function lackingManager(stage: Stage, run: RunInstruction): LackingManager | undefined {
  const own = valueOf(stage.base.facts.packageManager);
  if (own === undefined) return undefined;
  const commands = commandsIn(run);
  for (const command of commands) {
    if (asksWhatIsThere.has(command.name)) return undefined;
    const manager = programs.get(command.name);
    if (manager === undefined || command.program === undefined || isSame(manager, own)) continue;
    if (command.conditional || mayHaveGainedShell(stage, run) || mayHaveGained(command.name, stage, run))
      return undefined;
    return { program: command.program, other: own };
  }
  return undefined;
}

/** They come with one another. */
function isSame(one: PackageManager, other: PackageManager): boolean {
  const rpm = new Set<PackageManager>(['dnf', 'yum', 'microdnf']);
  return one === other || (rpm.has(one) && rpm.has(other));
}

/** What follows may run only where the program was found. */
const asksWhatIsThere = new Set(['command', 'which', 'type', 'hash', 'test', '[', '[[']);

function commandsIn(run: RunInstruction): readonly ShellCommand[] {
  const exec = run.script === undefined && run.json !== undefined ? execCommand(run.json) : undefined;
  return exec === undefined ? commandsOf(run) : [exec];
}

/** Whether a command before it names the program as more than what it calls: it fetches, links or unpacks it. */
function mayHaveGained(program: string, stage: Stage, run: RunInstruction): boolean {
  const known = mentions.get(stage) ?? new Map<string, number>();
  mentions.set(stage, known);
  let first = known.get(program);
  if (first === undefined) {
    const runs = chainOf(stage).flatMap((each) => instructionsOf(each, 'RUN'));
    const naming = runs.filter((other) =>
      commandsIn(other).some(({ args }) => args.some(({ value }) => value.includes(program))),
    );
    first = Math.min(Infinity, ...naming.map(({ index }) => index));
    known.set(program, first);
  }
  return first <= run.index;
}

/** Index of the first RUN that names a program so. */
const mentions = new ModelMap<Stage, Map<string, number>>();
