import { environmentOf } from '../../../dockerfile/command-environment';
import { type CopyInstruction, type Instruction } from '../../../dockerfile/model';
import { uvCallsOf, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { projectFolder } from '../../../dockerfile/uv/uv-project';
import { contextSources } from '../../../rules/dockerfile/context/context-copies';
import { isWorkspace } from '../../../rules/dockerfile/uv/project-file';
import { splitSync } from '../../../rules/dockerfile/uv/split-sync';
import { syncBehindCopy, wholeCopyBefore } from '../../../rules/dockerfile/uv/sync-behind-copy';
import { hasFlag } from '../../../shell/flags';
import { type Edit } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { readToml } from '../../../text/read-toml';
import { blockOf, removeBlocks } from '../../blocks';
import { type Shipment } from '../language';

/** A sync of the dependencies alone, above the copy of the project. */
export interface Layer {
  readonly edits: readonly Edit[];
  /** The copy that it stands above. */
  readonly copy: Instruction;
}

/**
 * The layers that the only sync of a stage lacks, where pyproject.toml and uv.lock say that they are safe: a project whose
 * packages come from its own folders has none.
 * @see https://docs.astral.sh/uv/guides/integration/docker/#intermediate-layers
 */
export function missingLayers(
  { dockerfile, context, textOf }: Shipment,
  syncs: readonly UvCall[],
): readonly Layer[] {
  if (textOf('pyproject.toml') === undefined || context.has('uv.lock') !== true) return [];
  const stages = new Set(syncs.map(({ stage }) => stage));
  return [...stages].flatMap((stage) => {
    const found = syncBehindCopy(dockerfile, stage);
    const fix = found && splitSync(dockerfile, context, found.copy, found.call, true);
    return found === undefined || fix === undefined
      ? []
      : [{ edits: fix.edits, copy: found.copy.instruction }];
  });
}

/**
 * The flag by which a sync holds to the lock file; absent where it does already, and where that is not safe. Before the
 * members of a workspace are there, uv cannot check the lock file.
 * @see https://docs.astral.sh/uv/guides/integration/docker/#intermediate-layers-in-workspaces
 */
export function lockFlags({
  dockerfile,
  context,
  textOf,
}: Shipment): (call: UvCall) => '--locked' | '--frozen' | undefined {
  const project = textOf('pyproject.toml');
  const isThere = project !== undefined && context.has('uv.lock') === true;
  const ofWorkspace = project !== undefined && isWorkspace(readToml(project)) === true;
  return (call) => {
    const { stage, run, command } = call;
    if (!isThere || hasFlag(command, '--locked', '--frozen')) return undefined;
    const isTold = ['UV_LOCKED', 'UV_FROZEN'].some(
      (name) => environmentOf(stage, run, command, name).state !== 'absent',
    );
    if (isTold) return undefined;
    if (!ofWorkspace || wholeCopyBefore(dockerfile, call) !== undefined) return '--locked';
    return hasFlag(command, '--no-install-workspace') ? '--frozen' : undefined;
  };
}

/** What a first sync reads is copied for it alone: the copy goes, and it is bound. Absent where that is not so. */
export function boundFiles(
  { dockerfile }: Shipment,
  call: UvCall,
): { readonly mounts: readonly string[]; readonly edits: readonly Edit[] } | undefined {
  const { stage, run, command } = call;
  if (!hasFlag(command, '--no-install-project', '--no-install-workspace')) return undefined;
  const copy = stage.instructions[stage.instructions.indexOf(run) - 1];
  const folder = valueOf(projectFolder(call));
  if (copy === undefined || (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') || folder === undefined)
    return undefined;
  const names = copiedFiles(contextSources(dockerfile), copy);
  const isToFolder =
    valueOf(copy.destinationPath) === folder && valueOf(stage.before(run).workdir) === folder;
  const later = uvCallsOf(stage).find((each) => each.run.index > run.index);
  const whole = later && wholeCopyBefore(dockerfile, later);
  if (
    names?.includes('pyproject.toml') !== true ||
    !names.includes('uv.lock') ||
    !isToFolder ||
    whole === undefined ||
    whole.instruction.index < run.index ||
    valueOf(whole.instruction.destinationPath) !== folder
  )
    return undefined;
  return {
    mounts: names.map((name) => `--mount=type=bind,source=${name},target=${name}`),
    edits: removeBlocks(dockerfile, [blockOf(dockerfile, copy)]),
  };
}

/** Names of the files at the root of the build context that a COPY brings; absent where it brings anything else. */
function copiedFiles(
  sources: ReturnType<typeof contextSources>,
  copy: CopyInstruction,
): readonly string[] | undefined {
  const own = sources.filter(({ instruction }) => instruction === copy);
  const isWhole = own.length === copy.sources.length && copy.flags.length === 0;
  return isWhole &&
    own.every(({ path }) => /^(?:uv\.lock|pyproject\.toml|\.python-version|uv\.toml)$/.test(path))
    ? own.map(({ path }) => path)
    : undefined;
}
