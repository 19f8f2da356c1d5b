import { type Instruction } from '../../dockerfile/model';
import { insert, replace, type Edit } from '../../text/edit';
import { fromText } from '../from-text';
import { ownUser, type HardenedBase } from '../hardened-base';
import { type Reading, type Shipment } from '../languages/language';
import { closureOf } from '../packages/libraries';
import { type Step, type Unresolved } from '../plan';
import { type StageNumbers } from '../stage-numbers';
import { type Start } from '../start';
import { type Change } from './change';
import { splitReason, swapReason } from './words';
import { healthCheckChange } from './health-check';
import { placesOf, type Places } from './places';
import { runFates, type RunFate } from './runs';
import { split } from './split';
import { raisedPorts, startChanges } from './start-changes';
import { userChanges } from './user';
import { bareVolumes, helpingStage } from './volumes';

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
  if (runtime === undefined)
    return { reason: `There is no hardened image in place of \`${stage.base.text}\`.` };
  const root = chain.at(-1) ?? stage;
  const fates = runFates(shipment, reading);
  const programs = [...fates.values()].flatMap(({ meanings }) =>
    meanings.flatMap((each) => each.programs ?? []),
  );
  if (programs.length > 0)
    return {
      reason: needsPackages(
        programs.map(({ value }) => value),
        runtime,
      ),
    };

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
  const [, below] = chain;
  // Without a builder of its own it copies from the stage that it stood on.
  const from = isSplit || below === undefined ? builder : (below.name ?? String(below.index));
  const libraries =
    isSplit || belowBuilds ? librariesOf(fates, from, runtime) : { lines: [], unresolved: [] };
  const open = [
    ...unresolved,
    ...libraries.unresolved,
    ...doubtsOf(fates, places),
    ...(reading.unresolved ?? []),
  ];

  if (!isSplit && !belowBuilds) {
    return base === undefined
      ? { reason: variablesReason(root.base.text) }
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
  if (fromEdits === undefined) return { reason: variablesReason(root.base.text) };
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
  const structure: Step = {
    id: 'split',
    ...splitReason({ shipment, reading, builder, runtime, build, isSplit }),
    edits: [...fromEdits, ...cut.edits],
    ...(cut.parts.length > 0 && { parts: cut.parts }),
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

/** A volume takes over who owns the folder that the image has at its place. */
function volumeChange(
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

/** Lines of the language for a stage that is not split. */
function lineSteps({ stage, dockerfile: { source } }: Shipment, { lines = [] }: Reading): readonly Step[] {
  if (lines.length === 0) return [];
  const above = stage.instructions.findLast(({ keyword }) => keyword === 'COPY') ?? stage.from;
  const end = source.lineSpan(source.lineAt(above.span.end)).end;
  return [
    {
      id: 'copies',
      ...(lines.every((line) => line.startsWith('ENV '))
        ? {
            title: 'Put the environment on PATH',
            why: 'Its programs are then found by their names, and `python` is the one that has the packages.',
          }
        : {
            title: 'Copy on what the program loads',
            why: 'The image before had these libraries; the hardened one holds only what every program needs.',
          }),
      edits: [insert(end, lines.map((line) => source.eol + line).join(''))],
    },
  ];
}

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

function needsPackages(names: readonly string[], runtime: HardenedBase): string {
  const list = [...new Set(names)].map((name) => `\`${name}\``).join(', ');
  return `What runs needs ${list} from the package manager, and dhi.io/${runtime.repository} has none; which files belong to ${names.length > 1 ? 'them' : 'it'} is not known well enough to copy just these.`;
}

function variablesReason(text: string): string {
  return `What \`${text}\` stands for hangs on a variable whose value this file does not say.`;
}

function librariesOf(
  fates: ReadonlyMap<Instruction, RunFate>,
  builder: string,
  { listed }: HardenedBase,
): { readonly lines: readonly string[]; readonly unresolved: readonly Unresolved[] } {
  const folder = listed.system.startsWith('alpine') ? '/usr/lib' : '/usr/lib/*-linux-gnu';
  const patterns = new Set<string>();
  const unresolved: Unresolved[] = [];
  for (const { meanings, run } of fates.values())
    for (const { libraries = [] } of meanings) {
      const missing = libraries
        .filter(({ value }) => closureOf(value) === undefined)
        .map(({ value }) => value);
      for (const { value } of libraries) for (const pattern of closureOf(value) ?? []) patterns.add(pattern);
      if (missing.length > 0)
        unresolved.push({
          at: run.span,
          text: `What is compiled against ${missing.map((name) => `\`${name}\``).join(', ')} loads that library when it runs. Which files belong to it is not known here: if something needs it, copy it from the builder.`,
          comment: `what was compiled with ${missing.join(', ')} may need that library at run time: copy it if so.`,
        });
    }
  const lines =
    patterns.size === 0
      ? []
      : [`COPY --from=${builder} ${[...patterns].map((each) => `${folder}/${each}`).join(' ')} /usr/lib/`];
  return { lines, unresolved };
}

function doubtsOf(fates: ReadonlyMap<Instruction, RunFate>, places: Places): readonly Unresolved[] {
  const unknown = [...fates.values()].flatMap(
    ({ run, unknown: commands, fate, meanings }): readonly Unresolved[] => {
      if (places.placeOf(run) !== 'build' || fate !== 'builds') return [];
      if (commands.length === 0 && meanings.length > 0) return [];
      const names = [...new Set(commands.map(({ name, program }) => name || (program?.value ?? '')))].filter(
        Boolean,
      );
      const what = names.length === 0 ? 'this RUN' : names.map((name) => `\`${name}\``).join(', ');
      return [
        {
          at: run.span,
          text: `What ${what} leaves outside the folders that are copied on stays in the builder. If something of it has to run, copy it too.`,
        },
      ];
    },
  );
  const doubtful = places.doubtful.map((copy) => ({
    at: copy.span,
    text: 'It is not certain what the builder makes of these files, so what ships takes them from the build context as they are.',
  }));
  return [...unknown, ...doubtful];
}
