import { type Instruction, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { chainOf } from '../../../dockerfile/chain';
import { valueOf } from '../../../text/known';

/** Folders that a shell is brought into, or that hold such a folder. */
const programFolders = /^\/(?:$|bin|sbin|usr|busybox|dbg)(?:\/|$)?/;

/** Whether something before this RUN, or a mount of its own, may have put a shell into an image without one. */
export function mayHaveGainedShell(stage: Stage, run: RunInstruction): boolean {
  if (run.mounts.some(({ type, target }) => type === 'bind' && isProgramFolder(valueOf(target)))) return true;
  const earlier = chainOf(stage).flatMap((each) =>
    each === stage ? each.instructions.filter(({ index }) => index < run.index) : each.instructions,
  );
  return earlier.some(bringsPrograms);
}

function bringsPrograms(instruction: Instruction): boolean {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  const { destination } = instruction;
  return destination === undefined || isProgramFolder(destination.text);
}

/** A path that is not known may be any. */
function isProgramFolder(path: string | undefined): boolean {
  return path === undefined || path.includes('$') || programFolders.test(path);
}
