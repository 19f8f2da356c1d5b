import { chainOf } from '../../../dockerfile/chain';
import { commandFolder } from '../../../dockerfile/command-folder';
import { QUIET_PROGRAMS } from '../../../dockerfile/artefacts/quiet-programs';
import {
  type CopyInstruction,
  type Instruction,
  type RunInstruction,
  type Stage,
} from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { commandsOf } from '../../../dockerfile/walk';
import { type ImageFacts } from '../../../image/facts';
import { type ShellCommand } from '../../../shell/model';
import { valueOf } from '../../../text/known';
import { pathBelow } from '../../dockerfile/context/copy-target';
import { lacksFolder, ofSystem } from '../../dockerfile/hardened-runtime/volume-owners';

/**
 * Whether a folder of an image, or of what a stage makes of it, certainly belongs to root; or there is none, so that the engine
 * makes it as root's when a volume is mounted there.
 * @param path absolute, without a slash behind.
 */
export function isRootsFolder(path: string, facts: ImageFacts, image: string, stage?: Stage): boolean {
  if (stage === undefined) return lacksFolder(facts, path);
  const chain = chainOf(stage);
  if (chain.some((each) => each.instructions.some((instruction) => mayGive(each, instruction, path))))
    return false;
  const isBrought = chain.some(({ instructions }) =>
    instructions.some((each) => isCopy(each) && isInto(valueOf(each.destinationPath), path)),
  );
  return isBrought || lacksFolder(facts, path) || (isPlain(image) && !ofSystem.test(path));
}

/** Official images that hold a distribution and a language, and no folders beside the system's. */
const plain =
  /^(?:docker\.io\/)?(?:library\/)?(?:debian|ubuntu|alpine|python|node|ruby|buildpack-deps)(?::|@|$)/;

function isPlain(image: string): boolean {
  return plain.test(image);
}

function isCopy(instruction: Instruction): instruction is CopyInstruction {
  return instruction.keyword === 'COPY' || instruction.keyword === 'ADD';
}

/** Whether the second path is the first or lies below it. */
function isInto(inner: string | undefined, outer: string): boolean {
  return inner !== undefined && pathBelow(outer, inner) !== undefined;
}

/** Whether an instruction may make the folder somebody else's than root's. */
function mayGive(stage: Stage, instruction: Instruction, path: string): boolean {
  switch (instruction.keyword) {
    case 'RUN':
      return mayTouch(stage, instruction, path);
    case 'COPY':
    case 'ADD': {
      const destination = valueOf(instruction.destinationPath);
      if (destination === undefined) return true;
      const isGiven = instruction.flags.some(({ name }) => name === 'chown' || name === 'chmod');
      if (isInto(destination, path)) return isGiven;
      // It may bring the folder with what it copies, with its owner where that is given, else as root's.
      return isInto(path, destination) && (isGiven || instruction.from !== undefined);
    }
    case 'WORKDIR': {
      // BuildKit makes it for the user in force, and the folders above it.
      const folder = valueOf(instruction.path);
      return folder === undefined || (isInto(folder, path) && stage.before(instruction).user.isRoot !== true);
    }
    case 'ONBUILD':
      return true;
    default:
      return false;
  }
}

/** Programs that change what their words name, and nothing else. */
const byName = new Set(['mkdir', 'chown', 'chmod', 'chgrp', 'touch', 'ln', 'cp', 'mv', 'install', 'tar']);

/** Whether a command may make the folder or give it away: it names it or one around it, or nobody knows what it does. */
function mayTouch(stage: Stage, run: RunInstruction, path: string): boolean {
  if (run.script?.complete !== true) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (run.script.text.text.includes(name)) return true;
  return commandsOf(run).some((command) => {
    if (!QUIET_PROGRAMS.has(command.name) && !byName.has(command.name)) return true;
    return byName.has(command.name) && command.args.some((word) => reaches(stage, run, command, word, path));
  });
}

function reaches(
  stage: Stage,
  run: RunInstruction,
  command: ShellCommand,
  { value, literal }: ShellCommand['args'][number],
  path: string,
): boolean {
  if (!literal) return true;
  const named = valueOf(resolvePath(value.replace(/[*?[{].*$/, ''), commandFolder(stage, run, command)));
  // What stands above it may be given with all that it holds; a word that is no path is harmless as one.
  return named === undefined || (isInto(path, named) && /^[./*]|\//.test(value));
}
