import { stageCopiesOf } from '../../../dockerfile/artefacts/stage-copies';
import { chainOf } from '../../../dockerfile/chain';
import { type Argument, type Dockerfile, type Stage } from '../../../dockerfile/model';
import { type PlacedVenv, type VenvCopy } from '../../../dockerfile/venv/model';
import { venvsIn } from '../../../dockerfile/venv/placed';

/** A virtual environment that containers get from another stage. */
export interface CopiedVenv {
  readonly placed: PlacedVenv;
  /** The stage that containers start from. */
  readonly target: Stage;
  /** The copy that brought it there. */
  readonly last: VenvCopy;
}

/** Every environment that is copied to where containers start from, once for each source that names it. */
export function copiedVenvs(dockerfile: Dockerfile): readonly CopiedVenv[] {
  const seen = new Set<Argument>();
  return dockerfile.targets.filter(copiesFromStages).flatMap((target) =>
    venvsIn(dockerfile, target).flatMap((placed): readonly CopiedVenv[] => {
      const last = placed.copies.at(-1);
      if (last === undefined || seen.has(last.source)) return [];
      seen.add(last.source);
      return [{ placed, target, last }];
    }),
  );
}

/** Whether the stage has anything of another one that it does not stand on: else there is nothing to trace. */
function copiesFromStages(target: Stage): boolean {
  return chainOf(target).some((stage) => stageCopiesOf(stage).length > 0);
}
