import { isIn } from '../../dockerfile/artefacts/places';
import { type Stage } from '../../dockerfile/model';
import { instructionsOf } from '../../dockerfile/walk';
import { valueOf } from '../../text/known';
import { type Shipment } from '../languages/language';

/** Folders of VOLUME that nothing in the stage makes, so that they would belong to root. */
export function bareVolumes({ stage }: Shipment, made: readonly string[]): readonly string[] {
  const copied = instructionsOf(stage, ['COPY', 'ADD']).flatMap(
    ({ destinationPath }) => valueOf(destinationPath) ?? [],
  );
  return instructionsOf(stage, 'VOLUME')
    .flatMap(({ json, args }) => json?.items.map(({ value }) => value) ?? args.map(({ text }) => text))
    .filter((path) => /^\/[\w./-]+$/.test(path))
    .map((path) => path.replace(/\/$/, ''))
    .filter((path) => ![...made, ...copied].some((each) => isIn(path, each) || isIn(each, path)));
}

/** A stage that has a shell, does not ship, and that this one copies from: it can make folders for it. */
export function helpingStage({ stage, dockerfile }: Shipment): Stage | undefined {
  return stage.uses.findLast(
    (use) =>
      use.stage !== undefined && !dockerfile.ships(use.stage) && instructionsOf(use.stage, 'RUN').length > 0,
  )?.stage;
}
