import { arrivalsOf } from '../../../dockerfile/artefacts/arrivals';
import { lastPart } from '../../../dockerfile/artefacts/places';
import { resolvePath } from '../../../dockerfile/paths';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { type Stage } from '../../../dockerfile/model';
import { type ShellCommand } from '../../../shell/model';
import { known, valueOf } from '../../../text/known';
import { startedProgram } from '../compiled/started-program';
import { type Shipment } from '../language';

/** A program of C or C++ that a container starts, and the stage that makes it. */
export interface MadeProgram {
  /** Absolute, in what ships. */
  readonly path: string;
  readonly stage: Stage;
  /** Whether the stage that ships makes it itself. */
  readonly isOwn: boolean;
}

const tools =
  /^(?:make|gmake|cmake|ninja|meson|configure|autogen\.sh|autoreconf|ctest|gcc|g\+\+|cc|c\+\+|clang|clang\+\+|strip|ldd)$/;

export function isTool({ name }: ShellCommand): boolean {
  return tools.test(name);
}

export function madeProgram(shipment: Shipment): MadeProgram | undefined {
  const traced = startedProgram(shipment);
  if (traced?.origin.build.toolchain === 'c')
    return { path: traced.path, stage: traced.origin.build.stage, isOwn: traced.isOwn };
  if (traced !== undefined) return undefined;
  const { stage, start, workdir, calls } = shipment;
  const [program = ''] = start?.words ?? [];
  if (program === '') return undefined;
  const arrival = arrivalsOf(stage).find(
    ({ path, copy }) =>
      path !== undefined &&
      lastPart(path) === lastPart(program) &&
      copy.from?.stage !== undefined &&
      makes(copy.from.stage),
  );
  if (arrival?.path !== undefined && arrival.copy.from?.stage !== undefined)
    return { path: arrival.path, stage: arrival.copy.from.stage, isOwn: false };
  if (!calls.some(({ command }) => isTool(command))) return undefined;
  const folder = workdir === undefined ? { state: 'unknown' as const } : known(workdir);
  const path = program.includes('/') ? valueOf(resolvePath(program, folder)) : `/usr/local/bin/${program}`;
  return path === undefined ? undefined : { path, stage, isOwn: true };
}

function makes(stage: Stage): boolean {
  return instructionsOf(stage, 'RUN').some((run) => commandsOf(run).some(isTool));
}
