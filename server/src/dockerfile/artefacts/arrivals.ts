import { valueOf } from '../../text/known';
import { type Argument, type CopyInstruction, type Stage } from '../model';
import { factOf } from '../model-map';
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

/** What the stage's own COPY --from take, in order. */
export const arrivalsOf = factOf((stage: Stage): readonly Arrival[] => {
  const arrivals: Arrival[] = [];
  for (const copy of instructionsOf(stage, 'COPY'))
    if (copy.from !== undefined)
      for (const source of copy.sources) arrivals.push(new CopyArrival(copy, source));
  return arrivals;
});

class CopyArrival implements Arrival {
  #taken: SourcePath | undefined;
  #origin: Origin | undefined;

  constructor(
    readonly copy: CopyInstruction,
    readonly source: Argument,
  ) {}

  get origin(): Origin {
    return (this.#origin ??= originIn(this.copy, this.#takenPath()));
  }

  get path(): string | undefined {
    return pathOf(this.copy, this.#takenPath());
  }

  #takenPath(): SourcePath {
    return (this.#taken ??= sourcePath(this.copy, this.source.text));
  }
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
