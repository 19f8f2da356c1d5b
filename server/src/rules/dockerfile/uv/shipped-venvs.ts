import { stageCopiesOf } from '../../../dockerfile/artefacts/stage-copies';
import { chainOf } from '../../../dockerfile/chain';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { copiedFolders } from '../../../dockerfile/venv/copied';
import { valueOf } from '../../../text/known';
import { uvCallsUpTo, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { projectVenv, syncsProject } from '../../../dockerfile/uv/uv-project';

/** An environment of a project that containers get. */
export interface ShippedVenv {
  /** Where it lies in the stage that ships, absolute; absent where that is not known. */
  readonly path: string | undefined;
  /** The stage that ships it. */
  readonly target: Stage;
  /** What brings it to what it is, in order. */
  readonly syncs: readonly UvCall[];
}

type Venv = Omit<ShippedVenv, 'target'>;

/**
 * The environments that `uv sync` and its like make and that reach what the build hands over: made in a stage that ships,
 * or copied to one, over however many stages. Two stages that ship the same one are one.
 */
export const shippedVenvs = factOf((dockerfile: Dockerfile): readonly ShippedVenv[] => {
  const found: ShippedVenv[] = [];
  const said = new Set<UvCall | undefined>();
  const seen = new Map<Stage, readonly Venv[]>();
  for (const target of dockerfile.targets)
    for (const { path, syncs } of venvsIn(target, seen)) {
      const last = syncs.at(-1);
      if (said.has(last)) continue;
      said.add(last);
      found.push({ path, target, syncs });
    }
  return found;
});

/** The environments that a stage holds at its end. */
function venvsIn(stage: Stage, seen: Map<Stage, readonly Venv[]>): readonly Venv[] {
  const before = seen.get(stage);
  if (before !== undefined) return before;
  seen.set(stage, []);
  const venvs = new Map<
    string | undefined,
    { readonly path: string | undefined; readonly syncs: UvCall[] }
  >();
  for (const each of chainOf(stage))
    for (const { copy, from } of stageCopiesOf(each)) {
      const placeOf = copiedFolders(copy);
      for (const { path, syncs } of venvsIn(from, seen)) {
        const target = path === undefined ? undefined : placeOf(path)?.path;
        if (target !== undefined) venvs.set(target, { path: target, syncs: [...syncs] });
      }
    }
  for (const call of uvCallsUpTo(stage)) {
    if (syncsProject(call) !== true) continue;
    const path = valueOf(projectVenv(call));
    const venv = venvs.get(path);
    if (venv === undefined) venvs.set(path, { path, syncs: [call] });
    else venv.syncs.push(call);
  }
  const found = [...venvs.values()];
  seen.set(stage, found);
  return found;
}
