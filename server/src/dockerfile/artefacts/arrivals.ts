import { valueOf } from '../../text/known';
import { type Argument, type CopyInstruction, type Stage } from '../model';
import { instructionsOf } from '../walk';
import { type Origin } from './artefact';
import { join, lastPart } from './places';
import { originOf, sourcePath } from './trace';

/** Something that a stage takes from another stage or from an image. */
export interface Arrival {
  readonly copy: CopyInstruction;
  readonly source: Argument;
  readonly origin: Origin;
  /** Where a file is then; where its folder is copied, the folder. Absent where that is not known. */
  readonly path: string | undefined;
}

const read = new WeakMap<Stage, readonly Arrival[]>();

/** What the stage's own COPY --from take, in order. */
export function arrivalsOf(stage: Stage): readonly Arrival[] {
  let arrivals = read.get(stage);
  if (arrivals === undefined) {
    arrivals = instructionsOf(stage, 'COPY')
      .filter(({ from }) => from !== undefined)
      .flatMap((copy) => copy.sources.map((source) => arrivalOf(copy, source)));
    read.set(stage, arrivals);
  }
  return arrivals;
}

function arrivalOf(copy: CopyInstruction, source: Argument): Arrival {
  const { from } = copy;
  const taken = sourcePath(copy, source.text);
  const target = valueOf(copy.destinationPath);
  const isInto = copy.sources.length > 1 || /\/["']?$/.test(copy.destination?.text ?? '');
  const path =
    target === undefined || !taken.exact ? undefined : isInto ? join(target, lastPart(taken.path)) : target;
  if (from?.stage !== undefined) return { copy, source, path, origin: originOf(from.stage, taken) };
  if (from?.image === undefined || !taken.exact) return { copy, source, path, origin: { kind: 'unknown' } };
  return { copy, source, path, origin: { kind: 'image', reference: from.image, path: taken.path } };
}
