import { chainOf } from '../../../dockerfile/chain';
import { type Dockerfile } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { type ContextTree } from '../../../workspace/context-tree';
import { certainTree, contextSources } from '../context/context-copies';
import { copyTarget, pathBelow } from '../context/copy-target';
import { readToml, type TomlValues } from '../../../text/read-toml';
import { type UvCall } from '../../../dockerfile/uv/uv-calls';
import { projectFolder } from '../../../dockerfile/uv/uv-project';

/** What the pyproject.toml of a call's project says; absent where it is not certain which file that is, or not read. */
export function projectFile(
  dockerfile: Dockerfile,
  context: BuildContext,
  call: UvCall,
): TomlValues | undefined {
  const tree = certainTree(dockerfile, context);
  if (tree === undefined) return undefined;
  const path = pathInContext(dockerfile, tree, call) ?? onlyOne(tree);
  const text = path === undefined ? undefined : tree.textOf(path);
  return text === undefined ? undefined : readToml(text);
}

/** Where the build context holds the file that a mount or a copy puts into the folder of the project. */
function pathInContext(dockerfile: Dockerfile, tree: ContextTree, call: UvCall): string | undefined {
  const folder = valueOf(projectFolder(call));
  if (folder === undefined) return undefined;
  const wanted = `${folder === '/' ? '' : folder}/pyproject.toml`;
  for (const mount of call.run.mounts)
    if (mount.type === 'bind' && mount.option('from') === undefined && valueOf(mount.target) === wanted)
      return mount.option('source', 'src')?.value.replace(/^\.?\//, '');
  const chain = chainOf(call.stage);
  const found = contextSources(dockerfile).findLast(({ instruction, path }) => {
    if (instruction.index > call.run.index || !chain.some((stage) => stage === instruction.stage))
      return false;
    return pathOf(instruction, path) !== undefined;
  });
  return found && pathOf(found.instruction, found.path);

  function pathOf(instruction: Parameters<typeof copyTarget>[0], path: string): string | undefined {
    if (/(?:^|\/)pyproject\.toml$/.test(path))
      return copyTarget(instruction, path) === wanted ? path : undefined;
    const destination = valueOf(instruction.destinationPath);
    const below = destination === undefined ? undefined : pathBelow(destination, wanted);
    const inside = below && [path, below].filter((part) => part !== '').join('/');
    return inside !== undefined && tree.exists(inside) === true ? inside : undefined;
  }
}

function onlyOne({ entries }: ContextTree): string | undefined {
  const [first, ...others] = entries.filter(({ path }) => /(?:^|\/)pyproject\.toml$/.test(path));
  return others.length === 0 ? first?.path : undefined;
}

/**
 * Whether `uv sync` may install development dependencies; a project whose file is not known may have some.
 * https://docs.astral.sh/uv/concepts/projects/dependencies/#development-dependencies
 */
export function mayHaveDevDependencies(file: TomlValues | undefined): boolean {
  if (file === undefined) return true;
  const groups = file.get('tool.uv.default-groups');
  if (groups !== undefined && !/["'](?:dev|all)["']/.test(groups)) return false;
  return [...file.entries()].some(([key, value]) =>
    /^(?:dependency-groups\.dev|tool\.uv\.dev-dependencies)$/.test(key)
      ? !/^\[\s*\]$/.test(value)
      : key === 'dependency-groups' && /\bdev\b/.test(value),
  );
}

/** Whether the project is the root of a workspace: https://docs.astral.sh/uv/concepts/projects/workspaces/ */
export function isWorkspace(file: TomlValues | undefined): boolean | undefined {
  return file && [...file.keys()].some((key) => /^tool\.uv\.workspace(?:\.|$)/.test(key));
}
