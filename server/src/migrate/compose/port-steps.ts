import { type Service } from '../../compose/model';
import { type Dockerfile, type Stage } from '../../dockerfile/model';
import { replace } from '../../text/edit';
import { type ComposeBuild } from '../../workspace/compose-builds';
import { type BuildContext } from '../../workspace/context';
import { nameOf } from '../../workspace/uri';
import { type OtherStep, type Unresolved } from '../plan';
import { portShift } from '../ship/start-changes';
import { doubtfulPlaces, listenPlaces, type PortPlace, portPlaces } from './port-places';

/** Ports that a stage listens on, by those that it listened on before. */
export interface MovedPorts {
  readonly stage: Stage;
  readonly ports: ReadonlyMap<number, number>;
}

export interface ComposeSteps {
  readonly others: readonly OtherStep[];
  readonly unresolved: readonly Unresolved[];
}

/** A place of a Compose file in which a number changes. */
interface Move extends Pick<OtherStep, 'uri' | 'source'> {
  readonly service: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  /** Whether the Dockerfile names the port, too. */
  readonly isOfFile: boolean;
}

/** Steps in the Compose files whose services build the stages, so that what is published outside stays the same. */
export function composePortSteps(
  dockerfile: Dockerfile,
  { builds = [] }: BuildContext,
  moved: readonly MovedPorts[],
): ComposeSteps {
  const moves = new Map<string, Move>();
  const notes = new Map<string, Unresolved>();
  for (const { stage, ports } of moved) {
    const own = builds.filter((build) => stageOf(build, dockerfile) === stage);
    const note = (text: string): Map<string, Unresolved> => notes.set(text, { at: stage.from.span, text });
    for (const build of own) {
      const { service, compose } = build;
      const all = new Map([...lowPortsOf(service), ...ports]);
      for (const port of all.keys())
        for (const doubt of doubtfulPlaces(service, port))
          note(`The Compose service \`${service.name}\` ${doubt}: look at it.`);
      for (const place of portPlaces(service)) {
        const to = all.get(place.port);
        if (to === undefined) continue;
        const { uri, source, span } = compose.placeOf(place.span);
        if (uri === '') continue;
        if (isShared(place, build, own)) {
          note(
            `The Compose service \`${service.name}\` shares the text that names port ${place.port} with one that is not built from this file: it stays, and has to become ${to} for \`${service.name}\` alone.`,
          );
          continue;
        }
        moves.set(`${uri} ${span.start}`, {
          ...{ uri, source, service: service.name },
          ...{ from: place.port, to, start: span.start, isOfFile: ports.has(place.port) },
        });
      }
    }
  }
  const files = new Map<string, [Move, ...Move[]]>();
  for (const move of moves.values()) {
    const known = files.get(move.uri);
    if (known === undefined) files.set(move.uri, [move]);
    else known.push(move);
  }
  return {
    others: [...files.values()].map((own, index) => ({ id: `compose-${index + 1}`, ...stepOf(own) })),
    unresolved: [...notes.values()],
  };
}

/** Ports below 1024 that only the service tells its program, each with where it goes. */
function lowPortsOf(service: Service): ReadonlyMap<number, number> {
  const ports = listenPlaces(service).map(({ port }) => port);
  return new Map(ports.filter((port) => port > 0 && port < 1024).map((port) => [port, port + portShift]));
}

function stageOf({ target, service }: ComposeBuild, dockerfile: Dockerfile): Stage | undefined {
  if (target !== undefined) return dockerfile.stage(target);
  return service.build?.target === undefined ? dockerfile.stages.at(-1) : undefined;
}

/** Whether the text came through an anchor or `extends` and counts for another service, too. */
function isShared({ scalar }: PortPlace, { compose }: ComposeBuild, own: readonly ComposeBuild[]): boolean {
  const names = new Set(own.map(({ service }) => service.name));
  return compose.usersOf(scalar).some(({ name }) => !names.has(name));
}

function stepOf(moves: readonly [Move, ...Move[]]): Omit<OtherStep, 'id'> {
  const unique = (texts: readonly string[]): string => [...new Set(texts)].join(', ');
  const [{ uri, source }] = moves;
  const path = nameOf(uri);
  const names = unique(moves.map(({ service }) => `\`${service}\``));
  const are = new Set(moves.map(({ service }) => service)).size > 1 ? 'are' : 'is';
  return {
    uri,
    path,
    source,
    edits: moves
      .map(({ start, from, to }) => replace({ start, end: start + String(from).length }, String(to)))
      .sort((a, b) => a.span.start - b.span.start),
    title: `Lead to port ${unique(moves.map(({ from, to }) => `${to} instead of ${from}`))} in \`${path}\``,
    why: `${names} ${are} built from this file. Outside everything stays: the port of the host is the same and leads to the new one in the container.${
      moves.some(({ isOfFile }) => isOfFile)
        ? ' It belongs to the step that raises the port.'
        : ' The program runs without root now, and in older Docker Engines only root may open ports below 1024.'
    }`,
    confirm: `Other containers that reach ${names} by name have to use the new port.`,
  };
}
