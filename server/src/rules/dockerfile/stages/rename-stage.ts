import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { replace, type Edit } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';

/**
 * Gives a stage another name, and every place that names it. Absent where one of them cannot be written anew, or where a
 * variable may hold the name.
 */
export function renameStage(dockerfile: Dockerfile, stage: Stage, name: string): readonly Edit[] | undefined {
  const { source, stages } = dockerfile;
  const { nameSpan } = stage;
  if (nameSpan === undefined) return undefined;
  const places: Span[] = [nameSpan];
  for (const { base, uses } of stages) {
    if (base.stage === stage) places.push(base.span);
    else if (base.stage === undefined && base.resolved.state === 'unknown') return undefined;
    for (const use of uses) {
      if (use.resolved.state === 'unknown') return undefined;
      if (use.stage === stage && !use.byIndex) places.push(use.span);
    }
  }
  const written = stage.name?.toLowerCase();
  const bare = places.map((place) => withoutQuotes(place, source));
  if (bare.some((place) => source.slice(place).toLowerCase() !== written)) return undefined;
  return bare.map((place) => replace(place, name));
}

function withoutQuotes(place: Span, source: Source): Span {
  const isQuoted = /^(["']).*\1$/.test(source.slice(place));
  return isQuoted ? { start: place.start + 1, end: place.end - 1 } : place;
}
