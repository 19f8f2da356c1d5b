import { arrivalsOf } from '../../../dockerfile/artefacts/arrivals';
import { type BuiltOrigin } from '../../../dockerfile/artefacts/artefact';
import { lastPart } from '../../../dockerfile/artefacts/places';
import { originOf } from '../../../dockerfile/artefacts/trace';
import { chainOf } from '../../../dockerfile/chain';
import { resolvePath } from '../../../dockerfile/paths';
import { searchPath } from '../../../dockerfile/search-path';
import { known, valueOf } from '../../../text/known';
import { type Shipment } from '../language';

/** The program that a container starts, traced to the command that compiles it. */
export interface StartedProgram {
  /** Absolute, in the stage that ships. */
  readonly path: string;
  readonly origin: BuiltOrigin;
  /** Whether the stage that ships compiles it itself, and does not copy it. */
  readonly isOwn: boolean;
}

/** Folders that programs are looked for in, besides those that the file puts on PATH. */
const folders = [
  '/usr/local/bin',
  '/usr/local/sbin',
  '/usr/bin',
  '/bin',
  '/go/bin',
  '/root/go/bin',
  '/usr/local/cargo/bin',
  '/root/.cargo/bin',
];

export function startedProgram({ stage, start, workdir }: Shipment): StartedProgram | undefined {
  const [program] = start?.words ?? [];
  if (program === undefined) return undefined;
  const paths = program.includes('/')
    ? [valueOf(resolvePath(program, workdir === undefined ? { state: 'unknown' } : known(workdir)))]
    : [...(searchPath(stage) ?? []), ...folders].map((folder) => `${folder}/${program}`);
  for (const path of paths) {
    if (path === undefined) continue;
    const origin = originOf(stage, { path, exact: true });
    if (origin.kind === 'built') return { path, origin, isOwn: chainOf(stage).includes(origin.build.stage) };
  }
  const arrival = arrivalsOf(stage).find(
    (each) => each.path !== undefined && lastPart(each.path) === lastPart(program),
  );
  return arrival?.origin.kind === 'built' && arrival.path !== undefined
    ? { path: arrival.path, origin: arrival.origin, isOwn: false }
    : undefined;
}
