import { type Dockerfile, type Stage } from '../dockerfile/model';
import { instructionsOf } from '../dockerfile/walk';
import { describeReason } from '../image/counterpart/describe';
import { buildTwin, stageCounterpart } from '../image/counterpart/for-stage';
import { type ImageSettings } from '../image/facts';
import { isHardened } from '../image/hardened-name';
import { replace } from '../text/edit';
import { buildPackagesStep } from './build-packages';
import { fromText } from './from-text';
import { basePair, type HardenedBase } from './hardened-base';
import { type Step, type Unresolved } from './plan';
import { swapReason } from './ship/words';

/** Gives stages that do not ship their hardened images. What has none stays as it is. */
export function buildStageSteps(
  dockerfile: Dockerfile,
  settings: ImageSettings,
  done: ReadonlySet<Stage>,
  shipped: readonly HardenedBase[],
): { readonly steps: readonly Step[]; readonly unresolved: readonly Unresolved[] } {
  const steps: Step[] = [];
  const unresolved: Unresolved[] = [];
  for (const stage of dockerfile.stages) {
    const { base } = stage;
    if (done.has(stage) || dockerfile.ships(stage) || base.stage !== undefined || base.isScratch) continue;
    if (base.image === undefined || isHardened(base.image, settings)) continue;
    const hardened = hardenedFor(dockerfile, stage, shipped);
    const written = hardened && fromText(dockerfile, base, hardened);
    if (hardened !== undefined && written !== undefined) {
      steps.push({
        id: `base-${stage.index}`,
        ...swapReason(stage, hardened),
        edits: [replace(base.span, written.text), ...written.edits],
      });
      steps.push(...buildPackagesStep(dockerfile, stage, hardened));
      continue;
    }
    const none = stageCounterpart(base.image, 'build');
    const why =
      none !== undefined && 'reason' in none ? describeReason(none) : 'Nothing is known about this image.';
    unresolved.push({
      at: stage.from.span,
      text: `\`${base.text}\` stays: ${why} The stage does not ship, so this weakens no container.`,
      comment: `no hardened image for ${base.text}; it builds only, and does not ship.`,
    });
  }
  return { steps, unresolved };
}

/** What a stage that runs nothing is only copied from: then the runtime image holds the same files. */
function hardenedFor(
  dockerfile: Dockerfile,
  stage: Stage,
  shipped: readonly HardenedBase[],
): HardenedBase | undefined {
  if (stage.base.image === undefined) return undefined;
  const { runtime, build } = basePair(stage.base.image);
  const runs =
    instructionsOf(stage, 'RUN').length > 0 || dockerfile.stages.some((other) => other.base.stage === stage);
  if (!runs) return runtime ?? build;
  // What is built here runs there: an environment of Python, for one, needs the same distribution.
  const same = shipped.find(
    ({ repository, listed }) => repository === build?.repository && listed.version === build.listed.version,
  );
  return (same && buildTwin(same)) ?? build;
}
