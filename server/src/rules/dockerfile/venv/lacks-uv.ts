import { lastPart } from '../../../dockerfile/artefacts/places';
import { chainOf } from '../../../dockerfile/chain';
import {
  type CopyInstruction,
  type Dockerfile,
  type RunInstruction,
  type Stage,
} from '../../../dockerfile/model';
import { packageCommandsOf } from '../../../dockerfile/package-commands';
import { searchPath } from '../../../dockerfile/search-path';
import { copiedSources } from '../../../dockerfile/venv/copied';
import { venvsIn } from '../../../dockerfile/venv/placed';
import { pythonsIn } from '../../../dockerfile/venv/pythons';
import { instructionsOf } from '../../../dockerfile/walk';
import { uvCallsOf } from '../../../dockerfile/uv/uv-calls';
import { isUvImage } from '../../../image/uv';
import { valueOf } from '../../../text/known';

/** Whether a stage certainly has no uv: nothing that it stands on, copies or runs can have brought it. */
export function certainlyLacksUv(dockerfile: Dockerfile, stage: Stage): boolean {
  const chain = chainOf(stage);
  const { base } = chain.at(-1) ?? stage;
  // What is described is known to have no uv, but for uv's own images.
  if ((base.image !== undefined && isUvImage(base.image)) || pythonsIn(stage) === undefined) return false;
  return chain.every(
    (each) =>
      !instructionsOf(each, ['COPY', 'ADD']).some((copy) => mayBring(dockerfile, copy)) &&
      !instructionsOf(each, 'RUN').some((run) => mayInstall(each, run)),
  );
}

function mayBring(dockerfile: Dockerfile, copy: CopyInstruction): boolean {
  const { from } = copy;
  if (from === undefined)
    return copy.sources.some(({ text }) => /^uvx?$/.test(lastPart(text)) || text.includes('astral'));
  if (from.stage === undefined && (from.image === undefined || isUvImage(from.image))) return true;
  return copiedSources(copy).some(({ path }) => {
    if (path === undefined || /[*?[]/.test(path) || /^\/(?:usr|usr\/local|root|home|opt|bin)?$/.test(path))
      return true;
    if (/\/(?:uvx?|bin|\.local|\.cargo)(?:\/|$)/.test(path)) return true;
    return from.stage !== undefined && mayHoldUv(dockerfile, from.stage);
  });
}

/** Whether an environment of a stage may hold uv itself: pip was called with one on PATH, by its path, or activated. */
function mayHoldUv(dockerfile: Dockerfile, stage: Stage): boolean {
  const folders = searchPath(stage);
  const isActive =
    folders === undefined ||
    venvsIn(dockerfile, stage).some(({ path }) => folders.includes(`${path}/bin`)) ||
    stage.final.variables.has('VIRTUAL_ENV');
  return chainOf(stage).some((each) =>
    instructionsOf(each, 'RUN').some((run) =>
      packageCommandsOf(run).some(
        ({ operands, program, manager, action }) =>
          manager.install.includes(action) &&
          operands.some(({ value }) => /^uv(?:$|[^\w-])/.test(value)) &&
          (isActive ||
            program.value.includes('/') ||
            manager.name !== 'pip' ||
            run.body.text.includes('activate')),
      ),
    ),
  );
}

function mayInstall(stage: Stage, run: RunInstruction): boolean {
  // A mount may lend uv to a RUN; without one, a call of uv shows that it is there.
  const isLent = run.mounts.some(
    ({ type, target }) => type === 'bind' && (valueOf(target) ?? '/uv').endsWith('/uv'),
  );
  if (uvCallsOf(stage).some((call) => call.run === run)) return !isLent;
  if (/astral\.sh|astral-sh|uv-installer/.test(run.body.text)) return true;
  return packageCommandsOf(run).some(
    ({ manager, action, operands, command }) =>
      (manager.install.includes(action) || manager.restore.includes(action)) &&
      (manager.packagesOf === 'pip' ||
      manager.name === 'pip' ||
      manager.name === 'conda' ||
      manager.name === 'cargo'
        ? command.args.some(({ value }) => /^(?:-r|--requirement|-e|\.)/.test(value)) ||
          operands.some(({ value, literal }) => !literal || /^uv(?:$|\W)/.test(value))
        : operands.some(({ value, literal }) => !literal || value === 'uv')),
  );
}
