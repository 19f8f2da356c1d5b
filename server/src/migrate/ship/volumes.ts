import { isIn } from '../../dockerfile/artefacts/places';
import { type Stage } from '../../dockerfile/model';
import { instructionsOf } from '../../dockerfile/walk';
import { valueOf } from '../../text/known';
import { insert } from '../../text/edit';
import { type Shipment } from '../languages/language';
import { type StageNumbers } from '../stage-numbers';
import { type Change } from './change';

/** Folders of VOLUME that nothing in the stage makes, so that they would belong to root. */
export function bareVolumes({ stage }: Shipment, made: readonly string[]): readonly string[] {
  const copied = instructionsOf(stage, ['COPY', 'ADD'])
    .flatMap(({ destinationPath }) => valueOf(destinationPath) ?? [])
    .filter((path) => path !== '/');
  return instructionsOf(stage, 'VOLUME')
    .flatMap(({ json, args }) => json?.items.map(({ value }) => value) ?? args.map(({ text }) => text))
    .filter((path) => /^\/[\w./-]+$/.test(path))
    .map((path) => path.replace(/\/$/, ''))
    .filter((path) => ![...made, ...copied].some((each) => isIn(path, each) || isIn(each, path)));
}

/** A stage that has a shell, does not ship, and that this one copies from: it can make folders for it. */
function helpingStage({ stage, dockerfile }: Shipment): Stage | undefined {
  return stage.uses.findLast(
    (use) =>
      use.stage !== undefined && !dockerfile.ships(use.stage) && instructionsOf(use.stage, 'RUN').length > 0,
  )?.stage;
}

/** A volume takes over who owns the folder that the image has at its place. */
export function volumeChange(
  shipment: Shipment,
  volumes: readonly string[],
  user: string | undefined,
  numbers: StageNumbers,
): readonly Change[] {
  const helper = helpingStage(shipment);
  const { source } = shipment.dockerfile;
  const last = helper?.instructions.at(-1);
  const from = helper && numbers.call(helper);
  const volume = shipment.stage.instructions.find(({ keyword }) => keyword === 'VOLUME');
  if (
    last === undefined ||
    from === undefined ||
    volume === undefined ||
    user === undefined ||
    volumes.length === 0
  )
    return [];
  const end = source.lineSpan(source.lineAt(last.span.end)).end;
  const start = source.lineSpan(source.lineAt(volume.span.start)).start;
  const copies = volumes.map((path) => `COPY --from=${from} --chown=${user} ${path} ${path}${source.eol}`);
  return [
    {
      id: 'volumes',
      title: `Give ${volumes.map((path) => `\`${path}\``).join(', ')} to the user who writes there`,
      why: 'A volume belongs to whom the folder in the image belongs to. The image has no shell to make it with, so a stage that builds makes it, and it is copied with its owner.',
      edits: [insert(end, `${source.eol}RUN mkdir -p ${volumes.join(' ')}`), insert(start, copies.join(''))],
    },
  ];
}
