import { chainOf } from '../../../dockerfile/chain';
import { type Dockerfile } from '../../../dockerfile/model';
import { type ContextTree } from '../../../workspace/context-tree';
import { contextSources, type ContextSource } from '../context/context-copies';
import { uvCallsOf } from '../../../dockerfile/uv/uv-calls';
import { syncsProject } from '../../../dockerfile/uv/uv-project';

/** A copy of a folder that brings a project's own environment along, or will once there is one. */
export interface CopiedVenv {
  readonly source: ContextSource;
  /** Where the context has it, or would: `.venv`, `backend/.venv`. */
  readonly path: string;
}

/** The first such copy of each stage of a uv project, where it is known that .dockerignore does not leave the folder out. */
export function copiedVenvs(dockerfile: Dockerfile, tree: ContextTree): readonly CopiedVenv[] {
  const projects = dockerfile.stages.filter((stage) =>
    uvCallsOf(stage).some((call) => syncsProject(call) === true),
  );
  if (projects.length === 0) return [];
  const seen = new Set<unknown>();
  return contextSources(dockerfile).flatMap((source) => {
    const { stage, flags } = source.instruction;
    const isProject = projects.some((each) => stage !== undefined && chainOf(each).includes(stage));
    if (!isProject || seen.has(stage) || source.isPattern || flags.some(({ name }) => name === 'exclude'))
      return [];
    const path = venvIn(tree, source.path);
    if (path === undefined || tree.ignored(path) !== false) return [];
    seen.add(stage);
    return [{ source, path }];
  });
}

/** Where the project in a folder of the context has its environment; absent where there is none. */
function venvIn(tree: ContextTree, folder: string): string | undefined {
  const inside = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  if (tree.exists(inside('pyproject.toml')) === true || tree.exists(inside('uv.lock')) === true)
    return inside('.venv');
  // A workspace or a collection of projects: the one with the lock file, if there is but one.
  const locks = tree.entries.filter(
    ({ path }) => path.endsWith('/uv.lock') && (folder === '' || path.startsWith(`${folder}/`)),
  );
  const [lock] = locks;
  return lock !== undefined && locks.length === 1 ? lock.path.replace(/uv\.lock$/, '.venv') : undefined;
}
