import { isIn, lastPart } from '../../dockerfile/artefacts/places';
import { type CopyInstruction, type Instruction } from '../../dockerfile/model';
import { valueOf } from '../../text/known';
import { type Artefact, type Reading, type Shipment } from '../languages/language';
import { redundantCopy } from './redundant-copy';
import { type RunFate } from './runs';

/** Where an instruction of a stage that is split goes. */
export type Place = 'build' | 'ship' | 'both' | 'gone';

export interface Places {
  readonly placeOf: (instruction: Instruction) => Place;
  /** What is copied from the builder, beside what the language says. */
  readonly artefacts: readonly Artefact[];
  /** The last instruction that belongs to the builder; absent where none of the stage's own does. */
  readonly last: Instruction | undefined;
  /** Copies of which it cannot be told what the builder makes of them. */
  readonly doubtful: readonly CopyInstruction[];
}

/** Instructions that mean nothing to a build. */
const shipping = new Set([
  'EXPOSE',
  'LABEL',
  'VOLUME',
  'HEALTHCHECK',
  'STOPSIGNAL',
  'ENTRYPOINT',
  'CMD',
  'MAINTAINER',
  'ONBUILD',
  'UNKNOWN',
]);

const systemFolder =
  /^\/(?:|usr|usr\/local|usr\/(?:local\/)?(?:s?bin|lib|share|src)|s?bin|lib|etc|opt|home|root|var|var\/lib|var\/www|srv|mnt|tmp|dev|proc|sys)$/;

/** Decides for each instruction of the chain. */
export function placesOf(
  shipment: Shipment,
  reading: Reading,
  fates: ReadonlyMap<Instruction, RunFate>,
): Places {
  const { chain, stage } = shipment;
  const instructions = chain.toReversed().flatMap((each) => each.instructions);
  const at = new Map(instructions.map((instruction, index) => [instruction, index]));
  const kept = [...fates.values()].filter(({ fate }) => fate === 'builds' || fate === 'installs');
  const lastBuild = Math.max(-1, ...kept.map(({ run }) => at.get(run) ?? -1));
  const artefacts: Artefact[] = [];
  const doubtful: CopyInstruction[] = [];
  const copies = new Map<Instruction, Place>();

  for (const { run, fate, meanings } of kept) {
    const workdir = valueOf(run.stage?.before(run).workdir ?? { state: 'unknown' });
    const isWide =
      fate === 'builds' && instructions.some((each) => isContextCopy(each) && each.index < run.index);
    if (isWide && workdir !== undefined && !systemFolder.test(workdir)) artefacts.push({ path: workdir });
    for (const { changed = [] } of meanings) artefacts.push(...changed.map((path) => ({ path })));
    for (const { made = [] } of meanings)
      artefacts.push(
        ...made
          .filter((path) => path !== workdir && !systemFolder.test(path))
          .map((path) => ({ path, owned: true })),
      );
  }
  for (const instruction of instructions) {
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
    const index = at.get(instruction) ?? 0;
    if (redundantCopy(instruction) !== undefined) {
      copies.set(instruction, 'gone');
      continue;
    }
    if (index > lastBuild) {
      copies.set(instruction, 'ship');
      continue;
    }
    const later = kept.filter(({ run }) => (at.get(run) ?? 0) > index);
    if (isManifest(instruction, reading) || reading.isBuildOnly?.(instruction) === true)
      copies.set(instruction, 'build');
    else if (!later.some(({ fate }) => fate === 'builds'))
      copies.set(instruction, later.some(({ isOfLanguage }) => isOfLanguage) ? 'both' : 'ship');
    else {
      const paths = pathsOf(instruction);
      if (paths === undefined) doubtful.push(instruction);
      else artefacts.push(...paths.map((path) => ({ path })));
      copies.set(instruction, paths === undefined ? 'both' : 'build');
    }
  }

  const own = stage.instructions.filter((instruction) => (at.get(instruction) ?? 0) <= lastBuild);
  return {
    placeOf: (instruction) => {
      const copy = copies.get(instruction);
      if (copy !== undefined) return copy;
      const isAfter = (at.get(instruction) ?? 0) > lastBuild;
      if (instruction.keyword === 'RUN') return placeOfRun(fates.get(instruction), !isAfter);
      if (instruction.keyword === 'USER') return instruction === lastUser(shipment) ? 'ship' : 'gone';
      if (shipping.has(instruction.keyword) || isAfter) return 'ship';
      if (instruction.keyword === 'SHELL' || isHomePath(instruction)) return 'build';
      if (
        instruction.keyword === 'ENV' &&
        instruction.pairs.every(
          ({ name }) => reading.isBuildVariable?.(name) === true || isBuildVariable(name),
        ) &&
        !usesAny(
          instruction.pairs.map(({ name }) => name),
          instructions,
        )
      )
        return 'build';
      if (instruction.keyword === 'ARG')
        return usesAny(
          instruction.pairs.map(({ name }) => name),
          instructions,
        )
          ? 'both'
          : 'build';
      return 'both';
    },
    artefacts: reduced(artefacts),
    last: own.findLast((instruction) => {
      const fate = fates.get(instruction)?.fate;
      return fate === 'builds' || fate === 'installs';
    }),
    doubtful,
  };
}

function placeOfRun(fate: RunFate | undefined, builds: boolean): Place {
  if (fate === undefined || fate.fate === 'gone') return 'gone';
  return fate.fate === 'idle' && !builds ? 'gone' : 'build';
}

/** The USER in force at the end, where it is not root. */
function lastUser({ stage }: Shipment): Instruction | undefined {
  const { user } = stage.final;
  return user.isRoot === true ? undefined : user.instruction;
}

/** Programs in the home of root, where what ships may not look. */
function isHomePath(instruction: Instruction): boolean {
  return (
    instruction.keyword === 'ENV' &&
    instruction.pairs.every(
      ({ name, value }) => name === 'PATH' && /^\/root\/[^:]*:\$\{?PATH\}?$/.test(value ?? ''),
    )
  );
}

/** Of installers: https://docs.docker.com/build/building/best-practices/, DEBIAN_FRONTEND and their like. */
function isBuildVariable(name: string): boolean {
  return /^(?:DEBIAN_FRONTEND|APT_\w+|BUILDKIT_\w+|MAKEFLAGS|CC|CXX|CFLAGS|CXXFLAGS|LDFLAGS)$/.test(name);
}

function isContextCopy(instruction: Instruction): boolean {
  return (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') && instruction.from === undefined;
}

function isManifest({ sources, from }: CopyInstruction, { isManifest: isOwn, isTool }: Reading): boolean {
  const isOne = from === undefined ? isOwn : isTool;
  return (
    isOne !== undefined &&
    sources.length > 0 &&
    sources.every(({ text }) => isOne(lastPart(text.replace(/^["']|["']$/g, ''))))
  );
}

/** Absolute paths of what a COPY brings, as far as they can be told. */
function pathsOf({ sources, destination, destinationPath }: CopyInstruction): readonly string[] | undefined {
  const target = valueOf(destinationPath);
  if (target === undefined) return undefined;
  if (!systemFolder.test(target)) return [target];
  if (target !== '/' && sources.length === 1 && !/\/["']?$/.test(destination?.text ?? '/')) return [target];
  const names = sources.map(({ text }) => lastPart(text));
  return names.every((name) => /^[\w-]+\.[\w.-]+$/.test(name))
    ? names.map((name) => `${target === '/' ? '' : target}/${name}`)
    : undefined;
}

/** Without what lies in another one, unless it must belong to somebody else. */
function reduced(artefacts: readonly Artefact[]): readonly Artefact[] {
  const all = artefacts.filter(
    (each, index) =>
      artefacts.findIndex(({ path, owned }) => path === each.path && owned === each.owned) === index,
  );
  return all.filter(
    (each) =>
      !all.some(
        (other) =>
          other !== each &&
          isIn(each.path, other.path) &&
          each.path !== other.path &&
          (other.owned ?? false) === (each.owned ?? false),
      ),
  );
}

/** Whether something that ships may use one of the build arguments. */
function usesAny(names: readonly string[], instructions: readonly Instruction[]): boolean {
  return instructions.some(
    ({ keyword, text }) =>
      keyword !== 'ARG' &&
      keyword !== 'RUN' &&
      [...text.text.matchAll(/\$\{?(\w+)/g)].some(([, name = '']) => names.includes(name)),
  );
}
