import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { hasFlag } from '../../../shell/flags';
import { valueOf } from '../../../text/known';
import { contextSources, type ContextSource } from '../context/context-copies';
import { pathBelow } from '../context/copy-target';
import { uvCallsUpTo, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { projectFolder } from '../../../dockerfile/uv/uv-project';

/** The only sync of a stage, where the whole project is copied above it, and that copy. */
export function syncBehindCopy(
  dockerfile: Dockerfile,
  stage: Stage,
): { readonly call: UvCall; readonly copy: ContextSource } | undefined {
  const call = onlySync(stage);
  const copy = call && wholeCopyBefore(dockerfile, call);
  return call && copy && { call, copy };
}

/** Subcommands after which the dependencies may be there. */
const installs = new Set(['sync', 'pip install', 'pip sync', 'run', 'add']);

/** Flags with which a sync brings no more than a part. */
const partial = [
  ...['--no-install-project', '--no-install-workspace', '--no-install-local', '--only-install-project'],
  ...['--script', '--dry-run', '--check', '--help', '-h'],
];

/** The first call that installs anything in a stage and what it stands on, where it is a sync of all. */
function onlySync(stage: Stage): UvCall | undefined {
  let first: UvCall | undefined;
  for (const call of uvCallsUpTo(stage)) {
    if (!installs.has(call.verb)) continue;
    if (first === undefined) first = call;
    else if (call.verb === 'sync') return undefined;
  }
  if (first?.verb !== 'sync' || first.stage !== stage) return undefined;
  return first.command.conditional || hasFlag(first.command, ...partial) ? undefined : first;
}

/** The first copy of the whole context above the call, to the project's folder or around it. */
export function wholeCopyBefore(dockerfile: Dockerfile, call: UvCall): ContextSource | undefined {
  const folder = valueOf(projectFolder(call));
  return contextSources(dockerfile).find(({ path, instruction }) => {
    if (path !== '' || instruction.stage !== call.stage || instruction.index > call.run.index) return false;
    const destination = valueOf(instruction.destinationPath);
    return folder !== undefined && destination !== undefined && pathBelow(destination, folder) !== undefined;
  });
}
