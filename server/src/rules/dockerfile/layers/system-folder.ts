import { type CopyInstruction, type Instruction, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';

/** Folders that hold the system's own files: https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html */
const folders = new Set([
  ...[
    '/bin',
    '/boot',
    '/dev',
    '/etc',
    '/lib',
    '/lib32',
    '/lib64',
    '/libx32',
    '/proc',
    '/run',
    '/sbin',
    '/sys',
  ],
  ...[
    '/usr',
    '/usr/bin',
    '/usr/lib',
    '/usr/lib64',
    '/usr/libexec',
    '/usr/sbin',
    '/usr/share',
    '/var',
    '/var/lib',
  ],
]);

const kernelFolders = ['/proc/', '/sys/', '/dev/', '/boot/'];

/** Whether the absolute path is such a folder, or lies in one that the kernel fills; `/` is none. */
export function isSystemFolder(path: string): boolean {
  return folders.has(path) || kernelFolders.some((folder) => path.startsWith(folder));
}

/** Whether something is copied to a destination that is relative to the work directory, after the instruction. */
export function copiesToWorkdir(stage: Stage, { index }: Instruction): boolean {
  return copiesAfter(stage, index).length > 0;
}

/** Whether one of them brings a whole folder, so that nobody says which names end up there. */
export function copiesAllToWorkdir(stage: Stage, { index }: Instruction): boolean {
  return copiesAfter(stage, index).some(({ sources }) =>
    sources.some(({ text }) => /^["']?(?:\.{1,2}\/?|.*\/|.*\*)["']?$/.test(text)),
  );
}

function copiesAfter(stage: Stage, index: number): readonly CopyInstruction[] {
  return instructionsOf(stage, ['COPY', 'ADD']).filter(
    (each) =>
      each.index > index && each.destination !== undefined && /^["']?[^/$"'\\]/.test(each.destination.text),
  );
}
