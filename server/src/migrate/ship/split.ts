import { isIn } from '../../dockerfile/artefacts/places';
import { type Instruction, type Stage } from '../../dockerfile/model';
import { applyEdits, insert, replace, type Edit } from '../../text/edit';
import { blockOf, isWithin, removeBlocks } from '../blocks';
import { type Artefact, type Reading, type Shipment } from '../languages/language';
import { type Reason } from '../plan';
import { type Change } from './change';
import { type Places } from './places';

/** What a split needs beside the shipment. */
export interface SplitInput {
  readonly shipment: Shipment;
  readonly reading: Reading;
  readonly places: Places;
  /** As `--chown` spells it. */
  readonly user: string | undefined;
  /** Name of the stage that artefacts are copied from. */
  readonly builder: string;
  /** Of the shipped part; absent where it needs none. */
  readonly name: string | undefined;
  /** What the FROM of the shipped part says. */
  readonly image: string;
  /** Changes of lines; those in lines that move are made there. */
  readonly changes: readonly Change[];
  /** Lines of COPY for libraries of the system. */
  readonly libraries: readonly string[];
  /** Folders that the builder has to make for the program's user. */
  readonly volumes: readonly string[];
}

export interface Split {
  readonly edits: readonly Edit[];
  /** Changes of which nothing is left outside of moved lines. */
  readonly parts: readonly Reason[];
  /** The changes, without the edits that went along with moved lines. */
  readonly rest: readonly Change[];
}

/** Instructions that set the scene, above what is copied from the builder. */
const scene = new Set(['ARG', 'ENV', 'LABEL', 'WORKDIR', 'MAINTAINER', 'STOPSIGNAL']);

/** Cuts a stage in two behind its last build instruction, or takes the inherited part of a stage into it. */
export function split(input: SplitInput): Split {
  const { shipment, places, changes, reading } = input;
  const { stage, chain, dockerfile } = shipment;
  const { source } = dockerfile;
  const below = chain
    .slice(1)
    .toReversed()
    .flatMap((each) => each.instructions);
  const own =
    places.last === undefined
      ? []
      : stage.instructions.filter(({ index }) => index <= (places.last?.index ?? -1));
  const above = [...below, ...own];
  const shown = above.filter(
    (each) => ['ship', 'both'].includes(places.placeOf(each)) && isInForce(each, stage),
  );
  const isMoved = (each: Instruction): boolean => each.stage === stage && places.placeOf(each) === 'ship';
  const edits: Edit[] = [];
  const taken = new Set<Edit>();

  const isShipOnly = (edit: Edit): boolean => changes.some(({ shipOnly }) => shipOnly?.has(edit) === true);
  const textOf = (instruction: Instruction): string => {
    const block = blockOf(dockerfile, instruction);
    const span = isMoved(instruction) ? block.span : block.own;
    const inside = changes.flatMap(({ edits: all }) => all.filter((edit) => isWithin(edit, span)));
    for (const edit of inside) if (isMoved(instruction) || isShipOnly(edit)) taken.add(edit);
    const text = applyEdits(
      source.slice(span),
      inside.map(({ span: { start, end }, newText }) => ({
        span: { start: start - span.start, end: end - span.start },
        newText,
      })),
    );
    return (block.spaced && isMoved(instruction) ? source.eol : '') + text;
  };
  const head = shown.filter(({ keyword }) => scene.has(keyword));
  const tail = shown.filter(({ keyword }) => !scene.has(keyword));
  const copies = [...input.libraries, ...copyLines(input), ...(reading.lines ?? [])];
  const sections = [head.map(textOf), copies, tail.map(textOf)].filter((lines) => lines.length > 0);
  const body = sections
    .map((lines) => lines.join(source.eol).replace(/^(?:\r?\n)+/, ''))
    .join(source.eol.repeat(2));

  const movedBlocks = own.filter(isMoved).map((each) => blockOf(dockerfile, each));
  edits.push(...removeBlocks(dockerfile, movedBlocks));
  const name = input.name === undefined ? '' : ` AS ${input.name}`;
  const platform = stage.from.flags.map(({ span }) => `${source.slice(span)} `).join('');
  const isAiry = stage.instructions[0] !== undefined && blockOf(dockerfile, stage.instructions[0]).spaced;
  const from = `FROM ${platform}${input.image}${name}${isAiry && body !== '' ? source.eol : ''}`;
  if (places.last === undefined) {
    edits.push(replace(stage.base.span, input.image));
    if (body !== '')
      edits.push(insert(source.lineSpan(source.lineAt(stage.from.span.end)).end, source.eol + body));
  } else {
    const end = blockOf(dockerfile, places.last).span.end;
    const next = source.text.slice(end);
    const finishing = [
      ...(reading.finish?.lines ?? []),
      ...(input.volumes.length === 0 ? [] : [`RUN mkdir -p ${input.volumes.join(' ')}`]),
    ];
    const folders = finishing.map((line) => source.eol + line).join('');
    const gap = /^\r?\n[ \t]*(?:\r?\n|$)/.test(next) || next.trim() === '' ? '' : source.eol;
    edits.push(
      insert(end, folders + source.eol.repeat(2) + from + (body === '' ? '' : source.eol + body) + gap),
    );
    edits.push(...nameEdits(input));
  }
  if (reading.prepare !== undefined) {
    const block = blockOf(dockerfile, reading.prepare.before);
    const lines = reading.prepare.lines.join(source.eol);
    edits.push(insert(block.span.start, `${lines}${source.eol}${block.spaced ? source.eol : ''}`));
  }
  const isTaken = (edit: Edit): boolean =>
    taken.has(edit) || movedBlocks.some(({ span }) => isWithin(edit, span));
  const rest = changes.map((change) => ({ ...change, edits: change.edits.filter((edit) => !isTaken(edit)) }));
  const finish = reading.finish === undefined || places.last === undefined ? [] : [reading.finish];
  const moved = rest.filter((change) => change.edits.length === 0);
  return {
    edits,
    parts: [...finish, ...moved.flatMap((change) => [change, ...(change.parts ?? [])])].map(plainReason),
    rest: rest.filter((change) => change.edits.length > 0),
  };
}

/** An inherited command counts only where the stage sets no other one. */
function isInForce(instruction: Instruction, stage: Stage): boolean {
  const { keyword } = instruction;
  if (keyword !== 'CMD' && keyword !== 'ENTRYPOINT' && keyword !== 'HEALTHCHECK') return true;
  return instruction.stage === stage || stage.effective(keyword) === instruction;
}

function plainReason({ title, why, confirm }: Reason): Reason {
  return { title, why, ...(confirm !== undefined && { confirm }) };
}

/** The part that builds gets the new name, so that the old one goes on meaning what ships. */
function nameEdits({ shipment: { stage }, builder }: SplitInput): readonly Edit[] {
  const { as } = stage.from;
  return [as === undefined ? insert(stage.base.span.end, ` AS ${builder}`) : replace(as.nameSpan, builder)];
}

function copyLines({ shipment, reading, places, user, builder, volumes }: SplitInput): readonly string[] {
  if (places.last === undefined && (reading.artefacts ?? []).length === 0) return [];
  const all = [
    ...(reading.artefacts ?? []),
    ...places.artefacts,
    ...volumes.map((path) => ({ path, owned: true })),
  ];
  // A folder that a COPY finds keeps its owner, so one below cannot be given away by another COPY: all of it is.
  const given = all.map((each) =>
    all.some(({ path, owned }) => owned === true && path !== each.path && isIn(path, each.path))
      ? { ...each, owned: true }
      : each,
  );
  const isTree = ({ path }: Artefact): boolean => places.artefacts.some((each) => each.path === path);
  const needed = given.filter(
    (each, index) =>
      given.findIndex((other) => other.path === each.path) === index &&
      !given.some(
        (tree) =>
          tree.path !== each.path &&
          isIn(each.path, tree.path) &&
          (tree.owned === true || (each.owned !== true && isTree(tree))),
      ),
  );
  return needed.map((artefact) =>
    copyLine(artefact, isOwned(artefact, shipment) ? user : undefined, builder),
  );
}

function isOwned({ path, target = path, owned }: Artefact, { stage }: Shipment): boolean {
  if (owned !== undefined) return owned;
  return stage.instructions.some(
    (each) =>
      each.keyword === 'VOLUME' && each.args.some(({ text }) => isIn(text.replace(/[[\]",']/g, ''), target)),
  );
}

function copyLine({ path, target = path }: Artefact, user: string | undefined, builder: string): string {
  return `COPY --from=${builder} ${user === undefined ? '' : `--chown=${user} `}${path} ${target}`;
}
