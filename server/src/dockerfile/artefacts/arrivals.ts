import { valueOf } from '../../text/known';
import { lazy } from '../lazy';
import { type Argument, type CopyInstruction, type Stage } from '../model';
import { instructionsOf } from '../walk';
import { type Origin } from './artefact';
import { join, lastPart } from './places';
import { originOf, sourcePath, type SourcePath } from './trace';

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
  const taken = lazy(() => sourcePath(copy, source.text));
  const origin = lazy((): Origin => originIn(copy, taken()));
  const path = lazy(() => pathOf(copy, taken()));
  return {
    copy,
    source,
    get origin() {
      return origin();
    },
    get path() {
      return path();
    },
  };
}

function originIn({ from }: CopyInstruction, taken: SourcePath): Origin {
  if (from?.stage !== undefined) return originOf(from.stage, taken);
  if (from?.image === undefined || !taken.exact) return { kind: 'unknown' };
  return { kind: 'image', reference: from.image, path: taken.path };
}

function pathOf(copy: CopyInstruction, { path, exact }: SourcePath): string | undefined {
  const target = valueOf(copy.destinationPath);
  if (target === undefined || !exact) return undefined;
  const isInto = copy.sources.length > 1 || /\/["']?$/.test(copy.destination?.text ?? '');
  return isInto ? join(target, lastPart(path)) : target;
}
