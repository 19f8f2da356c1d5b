import { addLineBefore, removeInstruction } from '../../../dockerfile/edits';
import { type CopyInstruction, type Dockerfile, type RunInstruction } from '../../../dockerfile/model';
import { commandsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { type ContextTree } from '../../../workspace/context-tree';
import { type Fix } from '../../rule';
import { type ContextSource } from '../context/context-copies';
import { type DependencyInstall } from './dependency-installs';

/**
 * Copies the manifests and moves the install above the copy of the sources. Absent where the install is not the only
 * command of a RUN right below that copy, where it reads more than its manifests, and where the host's own dependencies
 * would then be copied over the installed ones.
 */
export function splitInstall(
  dockerfile: Dockerfile,
  tree: ContextTree,
  { instruction }: ContextSource,
  run: RunInstruction,
  install: DependencyInstall,
): Fix | undefined {
  const { source } = dockerfile;
  const isAlone = run.heredocs.length === 0 && run.script?.complete === true && commandsOf(run).length === 1;
  if (run.index !== instruction.index + 1 || !isAlone || instruction.sources.length > 1) return undefined;
  if (!goesToWorkdir(instruction)) return undefined;
  const { manifests, optional, output, readsMoreWith } = install;
  const isThere = (path: string): boolean => tree.exists(path) === true && tree.ignored(path) === false;
  if (!manifests.every(isThere) || readsMoreWith.some((path) => tree.exists(path) !== false))
    return undefined;
  if (output !== undefined && tree.exists(output) !== false && tree.ignored(output) !== true)
    return undefined;
  const files = [...manifests, ...optional.filter(isThere)];
  // A copy of several files flattens their folders.
  if (files.some((path) => path.includes('/'))) return undefined;
  const copies = [
    instruction.keywordText,
    ...instruction.flags.map(({ span }) => source.slice(span)),
    ...files,
    './',
  ];
  const between = source.text.slice(instruction.span.end, run.span.start);
  if (between.trim() !== '') return undefined;
  return {
    title: `Copy ${files.join(', ')} and install before the sources are copied`,
    edits: [
      addLineBefore(
        dockerfile,
        instruction,
        `${copies.join(' ')}${source.eol}${source.indentAt(source.lineAt(run.span.start))}${source.slice(run.span)}`,
      ),
      removeInstruction(dockerfile, run),
    ],
    confirm:
      'Scripts of the project that run at the install, and packages that it takes from its own folders, do not find the sources then.',
  };
}

/** Whether the copied files land where the install looks for them. */
function goesToWorkdir(copy: CopyInstruction): boolean {
  const workdir = copy.stage?.before(copy).workdir;
  const { destinationPath } = copy;
  return workdir?.state === 'known' && valueOf(destinationPath) === workdir.value;
}
