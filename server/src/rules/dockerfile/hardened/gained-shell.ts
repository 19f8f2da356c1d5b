import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction, type Instruction, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { instructionsOf } from '../../../dockerfile/walk';
import { isUvImage } from '../../../image/uv';
import { valueOf } from '../../../text/known';

/** Folders that a shell is brought into, and those above them. */
const programFolders = new Set([
  '/',
  ...['/bin', '/sbin', '/usr', '/usr/bin', '/usr/sbin', '/usr/local', '/usr/local/bin', '/usr/local/sbin'],
  ...['/busybox', '/dbg'],
]);

const shells = /(?:^|\/)(?:ba|da|a|k|z)?sh$|(?:^|\/)(?:busybox|toybox)$/;

/**
 * Whether something may have put a shell into an image without one: what stands before the instruction, or its own
 * mounts; without an instruction all of the stage.
 */
export function mayHaveGainedShell(stage: Stage, instruction?: Instruction): boolean {
  if (instruction?.keyword === 'RUN') {
    const { mounts } = instruction;
    if (mounts.some(({ type, target }) => type === 'bind' && mayHoldShell(valueOf(target)))) return true;
  }
  return firstGain(stage) < (instruction?.index ?? Infinity);
}

const gains = new ModelMap<Stage, number>();

/** Index of the first instruction that may have brought a shell; many rules ask for each RUN. */
function firstGain(stage: Stage): number {
  let first = gains.get(stage);
  if (first === undefined) {
    const copies = chainOf(stage).flatMap((each) => instructionsOf(each, ['COPY', 'ADD']));
    first = Math.min(
      Infinity,
      ...copies.filter((copy) => bringsShell(copy, stage)).map(({ index }) => index),
    );
    gains.set(stage, first);
  }
  return first;
}

function bringsShell(copy: CopyInstruction, stage: Stage): boolean {
  const destination = valueOf(copy.destinationPath);
  if (!mayHoldShell(destination) || bringsUvAlone(copy)) return false;
  return !programFolders.has(destination ?? '') || !copy.sources.every(({ text }) => isStarted(text, stage));
}

/**
 * Whether what is copied is uv, a program that needs no shell and brings none.
 * @see https://docs.astral.sh/uv/guides/integration/docker/#installing-uv
 */
function bringsUvAlone({ from, sources }: CopyInstruction): boolean {
  const image = from?.image ?? from?.stage?.base.image;
  return (
    image !== undefined && isUvImage(image) && sources.every(({ text }) => /^\/(?:.+\/)?uvx?$/.test(text))
  );
}

/** A path that is not known may be any. */
function mayHoldShell(path: string | undefined): boolean {
  return path === undefined || programFolders.has(path) || shells.test(path);
}

/** Whether what is copied is the program that the container starts: then it is a file and brings no other. */
function isStarted(source: string, stage: Stage): boolean {
  const name = source.slice(source.lastIndexOf('/') + 1);
  if (!/^[\w.-]+$/.test(name) || shells.test(name) || /\.(?:tar|tgz|txz|tbz2|gz|xz|zst|bz2)$/.test(name))
    return false;
  return (['ENTRYPOINT', 'CMD', 'HEALTHCHECK'] as const).some((keyword) => {
    const words = stage.effective(keyword)?.body.text ?? '';
    return words.split(/[\s"',[\]]+/).some((word) => word.slice(word.lastIndexOf('/') + 1) === name);
  });
}
