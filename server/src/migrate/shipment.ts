import { chainOf } from '../dockerfile/chain';
import { type Dockerfile, type Stage } from '../dockerfile/model';
import { commandsOf, instructionsOf } from '../dockerfile/walk';
import { parseReference, type ImageReference } from '../image/reference';
import { valueOf } from '../text/known';
import { type BuildContext } from '../workspace/context';
import { basePair } from './hardened-base';
import { type Shipment } from './languages/language';

/** Reads a stage that ships, all but what it starts. */
export function readShipment(dockerfile: Dockerfile, context: BuildContext, stage: Stage): Shipment {
  const chain = chainOf(stage);
  const root = chain.at(-1) ?? stage;
  const image = root.base.image;
  const pair = pairOf(root.base.isScratch ? scratch : image);
  return {
    dockerfile,
    context,
    stage,
    chain,
    image,
    runtime: pair?.runtime,
    build: pair?.build,
    none: pair?.none,
    calls: chain
      .toReversed()
      .flatMap((each) =>
        instructionsOf(each, 'RUN').flatMap((run) =>
          commandsOf(run).map((command) => ({ stage: each, run, command })),
        ),
      ),
    start: undefined,
    workdir: valueOf(stage.final.workdir),
    textOf: (path) => context.tree?.textOf(path),
  };
}

const parsed = parseReference('scratch');
const scratch: ImageReference | undefined = 'reference' in parsed ? parsed.reference : undefined;

function pairOf(image: ImageReference | undefined): ReturnType<typeof basePair> | undefined {
  return image && basePair(image);
}
