import { chainOf } from '../../../dockerfile/chain';
import { commandFolder } from '../../../dockerfile/command-folder';
import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { resolvePath } from '../../../dockerfile/paths';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { hasFlag, operands } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { valueOf } from '../../../text/known';
import { pathBelow } from '../context/copy-target';

/** An empty folder that a stage makes for a program to write into. */
export interface MadeFolder {
  /** Absolute. */
  readonly path: string;
  /** Whether it was given to somebody else than root. */
  readonly isGiven: boolean;
}

/** Names that folders are given which programs write into. */
const writable = /^(?:logs?|tmp|temp|uploads?|run|spool|sessions?)$/i;

/**
 * The folders that the commands of a stage make and leave empty, where their name or an owner says that they are there to be
 * written into. A folder that is given a mode of its own, or that anything else names, is none of them.
 */
export const madeFolders = factOf((stage: Stage): readonly MadeFolder[] => {
  const named = chainOf(stage).flatMap(namedIn);
  const made = named.filter(({ use }) => use === 'make');
  return made.flatMap(({ path }): readonly MadeFolder[] => {
    if (isUsed(path, named, stage)) return [];
    const isGiven =
      named.some((each) => each.use === 'give' && each.path === path) && !worksAbove(path, stage);
    return isGiven || writable.test(path.slice(path.lastIndexOf('/') + 1)) ? [{ path, isGiven }] : [];
  });
});

interface Named {
  readonly path: string;
  readonly use: 'make' | 'give' | 'other';
}

/** Paths that the commands of a stage name, with what they do there. */
function namedIn(stage: Stage): readonly Named[] {
  return instructionsOf(stage, 'RUN').flatMap((run) =>
    commandsOf(run).flatMap((command) => {
      const use = useOf(command);
      const words =
        use === 'give' ? operands(command).slice(1) : operands(command, ['-m', '--mode', '-o', '-g']);
      const others = command.redirects.flatMap(({ target }) => target ?? []);
      return [
        ...words.flatMap(({ value, literal }) => (literal ? pathOf(stage, run, command, value, use) : [])),
        ...others.flatMap(({ value }) => pathOf(stage, run, command, value, 'other')),
      ];
    }),
  );
}

function pathOf(
  stage: Stage,
  run: RunInstruction,
  command: ShellCommand,
  value: string,
  use: Named['use'],
): readonly Named[] {
  const path = valueOf(resolvePath(value, commandFolder(stage, run, command)));
  return path === undefined ? [] : [{ path, use }];
}

function useOf(command: ShellCommand): Named['use'] {
  if (command.name === 'mkdir') return hasFlag(command, '-m', '--mode') ? 'other' : 'make';
  if (command.name === 'chown')
    return /^(?:root|0)(?::|$)/.test(operands(command)[0]?.value ?? 'root') ? 'other' : 'give';
  return 'other';
}

/** Whether something else than its maker and its new owner names the folder, what lies in it, or is started there. */
function isUsed(path: string, named: readonly Named[], stage: Stage): boolean {
  const isBelow = (other: string): boolean => pathBelow(path, other) !== undefined;
  if (named.some(({ path: other, use }) => use === 'other' && isBelow(other))) return true;
  if (named.some(({ path: other, use }) => use === 'make' && other !== path && isBelow(other))) return true;
  return chainOf(stage).some(
    (each) =>
      isToldOf(path, each) ||
      instructionsOf(each, ['COPY', 'ADD', 'WORKDIR']).some((instruction) =>
        isBelow(
          valueOf(instruction.keyword === 'WORKDIR' ? instruction.path : instruction.destinationPath) ?? path,
        ),
      ),
  );
}

/** Whether a variable holds the folder: tools that are told of one fill it. */
function isToldOf(path: string, stage: Stage): boolean {
  return instructionsOf(stage, ['ENV', 'ARG']).some(({ pairs }) =>
    pairs.some(({ value }) => value?.includes(path) === true),
  );
}

/** Whether commands of the stage run in a folder above: then they may fill it without naming it. */
function worksAbove(path: string, stage: Stage): boolean {
  return chainOf(stage).some((each) =>
    instructionsOf(each, 'WORKDIR').some((instruction) => {
      const folder = valueOf(instruction.path) ?? path;
      return folder !== '/' && pathBelow(folder, path) !== undefined;
    }),
  );
}
