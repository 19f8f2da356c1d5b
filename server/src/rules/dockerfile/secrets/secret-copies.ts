import { type Dockerfile } from '../../../dockerfile/model';
import { type ContextTree } from '../../../workspace/context-tree';
import { contextSources, type ContextSource } from '../context/context-copies';
import { copyTarget } from '../context/copy-target';
import { secretFile, secretFolder } from './secret-files';

/** A source of a COPY that names a secret file itself. */
export interface SecretCopy extends ContextSource {
  /** What it holds. */
  readonly kind: string;
  /** Where it lies in the stage then, absolute; absent where that is not known, and for patterns. */
  readonly target: string | undefined;
}

/** Every COPY and ADD of a secret file by its name, but for those that `.dockerignore` leaves out. */
export function secretCopies(dockerfile: Dockerfile, tree: ContextTree | undefined): readonly SecretCopy[] {
  return contextSources(dockerfile).flatMap((source) => {
    const { path, isPattern, instruction } = source;
    if (path === '' || (!isPattern && tree?.ignored(path) === true)) return [];
    const kind = secretFolder(path) ?? secretFile(path, tree?.textOf(path));
    if (kind === undefined) return [];
    return [{ ...source, kind, target: isPattern ? undefined : copyTarget(instruction, path) }];
  });
}
