import { chainOf } from '../../../dockerfile/chain';
import { isShell, shebangOf } from '../../../dockerfile/interpreters';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { type ContextTree } from '../../../workspace/context-tree';
import { contextSources } from '../context/context-copies';
import { copiedFile } from '../context/copied-file';
import { startsWithoutShell } from './started';

/** A script that a shell reads. */
export interface StartedScript {
  /** Its path in the build context; in the image where a heredoc brings it. */
  readonly path: string;
  /** By its first line: `sh`, `bash`. */
  readonly shell: string;
}

/** The script at an absolute path of a stage, where it is certain that a shell has to read it. */
export function shellScriptAt(
  stage: Stage,
  target: string,
  dockerfile: Dockerfile,
  tree: ContextTree | undefined,
): StartedScript | undefined {
  const written = heredocAt(stage, target);
  const file =
    written === undefined
      ? copiedFile(stage, target, contextSources(dockerfile), tree, ({ keyword }) => keyword === 'RUN')
      : undefined;
  const text = written ?? (file && tree?.textOf(file.path));
  const program = text === undefined ? undefined : shebangOf(text.replace(/^\uFEFF/, ''));
  return program !== undefined && isShell(program)
    ? { path: file?.path ?? target, shell: program }
    : undefined;
}

/** Whether the script at this path needs a shell that the stage does not have. */
export function lacksItsShell(
  stage: Stage,
  target: string,
  dockerfile: Dockerfile,
  tree: ContextTree | undefined,
): boolean {
  return startsWithoutShell(stage) && shellScriptAt(stage, target, dockerfile, tree) !== undefined;
}

/** Text of the here-document that the last COPY to this path brings. */
export function heredocAt(stage: Stage, target: string): string | undefined {
  for (const each of chainOf(stage)) {
    const copy = instructionsOf(each, 'COPY').findLast(
      ({ destinationPath }) => valueOf(destinationPath) === target,
    );
    if (copy === undefined) continue;
    return copy.sources.length === 1 ? copy.heredocs[0]?.body.text : undefined;
  }
  return undefined;
}
