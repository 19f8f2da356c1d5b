import { chainOf } from '../../../dockerfile/chain';
import { type Instruction, type Stage } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';
import { type ContextTree } from '../../../workspace/context-tree';
import { type ContextSource } from './context-copies';
import { copyTarget, pathBelow } from './copy-target';

/** A file of the build context that a stage has. */
export interface CopiedFile {
  readonly source: ContextSource;
  /** From the context on. */
  readonly path: string;
}

/**
 * The file of the context that lies at an absolute path of a stage; absent where that is not certain.
 * @param mayChange whether a step may have made something else of it.
 */
export function copiedFile(
  stage: Stage,
  target: string,
  sources: readonly ContextSource[],
  tree: ContextTree | undefined,
  mayChange: (instruction: Instruction) => boolean,
): CopiedFile | undefined {
  for (const each of chainOf(stage))
    for (const instruction of [...each.instructions].reverse()) {
      if (mayChange(instruction)) return undefined;
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const destination = valueOf(instruction.destinationPath);
      if (destination === undefined) return undefined;
      if (pathBelow(destination, target) === undefined) continue;
      const own = sources.filter((source) => source.instruction === instruction);
      for (const source of own) {
        const path = pathOf(source, target, destination, tree);
        if (path !== undefined) return { source, path };
      }
      // From a stage, by a pattern, by a variable: it may or may not be the file.
      if (own.length < instruction.sources.length || own.some(({ isPattern }) => isPattern)) return undefined;
    }
  return undefined;
}

/** The path in the context of the file that a source brings to the target. */
function pathOf(
  { instruction, path, isPattern }: ContextSource,
  target: string,
  destination: string,
  tree: ContextTree | undefined,
): string | undefined {
  if (isPattern) return undefined;
  const isFolder =
    path === '' || tree?.entries.some((entry) => entry.path === path && entry.isFolder) === true;
  if (!isFolder) return copyTarget(instruction, path) === target ? path : undefined;
  const below = pathBelow(destination, target);
  if (below === undefined || below === '') return undefined;
  const inside = path === '' ? below : `${path}/${below}`;
  return tree?.exists(inside) === true ? inside : undefined;
}
