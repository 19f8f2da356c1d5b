import { type Instruction } from '../../dockerfile/model';
import { replace, type Edit } from '../../text/edit';
import { fromText } from '../from-text';
import { ownUser, type HardenedBase } from '../hardened-base';
import { type Reading, type Shipment } from '../languages/language';
import { type Step, type Unresolved } from '../plan';
import { type StageNumbers } from '../stage-numbers';
import { type Start } from '../start';
import { type Change } from './change';
import { splitReason, swapReason } from './words';
import { needsPackages, noImage, variableImage } from './cannot-ship';
import { healthCheckChange } from './health-check';
import { doubtsOf } from './doubts';
import { systemLibraries } from './libraries';
import { lineSteps } from './line-steps';
import { placesOf } from './places';
import { runFates, type RunFate } from './runs';
import { split } from './split';
import { raisedPorts, startChanges } from './start-changes';
import { userChanges } from './user';
import { bareVolumes, volumeChange } from './volumes';

export interface Shipped {
  readonly runtime: HardenedBase;
  readonly steps: readonly Step[];
  readonly unresolved: readonly Unresolved[];
}

/** What cannot be done about a stage. */
export interface CannotShip {
  readonly reason: string;
}

/** Moves a stage that ships to its hardened image; what it builds itself goes into a stage of its own. */
export function ship(
  shipment: Shipment,
  reading: Reading,
  start: Start | undefined,
  builder: string,
  numbers: StageNumbers,
): Shipped | CannotShip {
  const { stage, chain, dockerfile } = shipment;
  const runtime = reading.runtime ?? shipment.runtime;
  if (runtime === undefined) return { reason: noImage(shipment) };
  const root = chain.at(-1) ?? stage;
  const fates = runFates(shipment, reading, runtime);
  const program = (start?.words[0] ?? '').replace(/^.*\//, '');
  const tools = [...fates.values()].flatMap(({ meanings }) => meanings.flatMap((each) => each.tools ?? []));
  if (tools.some(({ value }) => value === program)) return { reason: needsPackages([program], runtime) };

  const places = placesOf(shipment, reading, fates);
  const build = reading.build ?? shipment.build;
  const isSplit = places.last !== undefined;
  const standsOnStage = chain.length > 1;
  const belowBuilds = chain
    .slice(1)
    .some((each) => isBuildStage(each.instructions, fates) || isSharedBase(shipment, each.index));
  if ((isSplit || belowBuilds) && build === undefined)
    return {
      reason: `dhi.io/${runtime.repository} has no image to build with, and this stage runs commands.`,
    };

  const [, below] = chain;
  // Without a builder of its own it copies from the stage that it stood on.
  const from = isSplit || below === undefined ? builder : (below.name ?? String(below.index));
  const libraries = systemLibraries(shipment, fates, { builder: from, build, runtime });
  if (libraries.missing.length > 0) return { reason: needsPackages(libraries.missing, runtime) };

  const user = ownUser(runtime);
  const ports = raisedPorts(shipment);
  const { changes: ofUser, unresolved } = userChanges(shipment, reading, fates, places.placeOf, runtime);
  const check = healthCheckChange(shipment, reading, ports);
  const made = places.artefacts.filter(({ owned }) => owned === true).map(({ path }) => path);
  const volumes = user === undefined ? [] : bareVolumes(shipment, made);
  const renumbered = numbers.change(chain);
  const changes: readonly Change[] = [
    ...(renumbered === undefined ? [] : [renumbered]),
    ...(isSplit ? [] : volumeChange(shipment, volumes, user, numbers)),
    ...ofUser,
    ...startChanges(dockerfile, reading, start, ports),
    ...(check === undefined ? [] : [check]),
  ];
  const base = rootStep(isSplit || belowBuilds ? build : runtime);
  const open = [
    ...unresolved,
    ...libraries.unresolved,
    ...doubtsOf(fates, places),
    ...(reading.unresolved ?? []),
  ];

  if (!isSplit && !belowBuilds) {
    return base === undefined
      ? { reason: variableImage(root.base.text) }
      : {
          runtime,
          steps: [
            step(base),
            ...changes.map(toStep),
            ...lineSteps(shipment, reading),
            ...(reading.steps ?? []),
          ],
          unresolved: open,
        };
  }
  const fromEdits = isSplit && !standsOnStage ? base?.edits : [];
  if (fromEdits === undefined) return { reason: variableImage(root.base.text) };
  const image =
    standsOnStage || runtime !== shipment.runtime ? undefined : fromText(dockerfile, root.base, runtime);
  const cut = split({
    shipment,
    reading,
    places,
    user,
    builder: from,
    name: isSplit ? numbers.split(stage) : stage.name,
    image: image?.text ?? runtime.reference,
    changes,
    libraries: libraries.lines,
    volumes,
  });
  const parts = [...(libraries.reason === undefined ? [] : [libraries.reason]), ...cut.parts];
  const structure: Step = {
    id: 'split',
    ...splitReason({ shipment, reading, builder, runtime, build, isSplit }),
    edits: [...fromEdits, ...cut.edits],
    ...(parts.length > 0 && { parts }),
  };
  const swapped = standsOnStage && base !== undefined ? [step(base)] : [];
  return {
    runtime,
    steps: [structure, ...swapped, ...cut.rest.map(toStep), ...(reading.steps ?? [])],
    unresolved: open,
  };

  function rootStep(hardened: HardenedBase | undefined): Change | undefined {
    const isOwn = hardened === shipment.runtime || hardened === shipment.build;
    const written = isOwn
      ? hardened && fromText(dockerfile, root.base, hardened)
      : hardened && { text: hardened.reference, edits: [] };
    if (written === undefined || hardened === undefined) return undefined;
    const edits: Edit[] = [replace(root.base.span, written.text), ...written.edits];
    return { id: `base-${root.index}`, ...swapReason(root, hardened), edits };
  }
}

function step({ id, title, why, confirm, edits, parts }: Change): Step {
  return {
    id,
    title,
    why,
    ...(confirm !== undefined && { confirm }),
    edits,
    ...(parts !== undefined && { parts }),
  };
}

const toStep = step;

function isBuildStage(
  instructions: readonly Instruction[],
  fates: ReadonlyMap<Instruction, RunFate>,
): boolean {
  return instructions.some((each) => {
    const fate = fates.get(each)?.fate;
    return fate === 'builds' || fate === 'installs';
  });
}

/** Whether a stage that does not ship stands on this one, too. */
function isSharedBase({ dockerfile }: Shipment, index: number): boolean {
  return dockerfile.stages.some((each) => each.base.stage?.index === index && !dockerfile.ships(each));
}
