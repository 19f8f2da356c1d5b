import { type Dockerfile, type SourceReference, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';

const found = new ModelMap<Dockerfile, ReadonlyMap<SourceReference, Stage>>();

/** The uses of a later stage that itself needs, over whatever way, the stage that they stand in; each with that stage. */
export function cyclicUses(dockerfile: Dockerfile): ReadonlyMap<SourceReference, Stage> {
  let cyclic = found.get(dockerfile);
  if (cyclic === undefined) {
    cyclic = find(dockerfile);
    found.set(dockerfile, cyclic);
  }
  return cyclic;
}

function find(dockerfile: Dockerfile): ReadonlyMap<SourceReference, Stage> {
  const ahead: { readonly stage: Stage; readonly use: SourceReference; readonly later: Stage }[] = [];
  for (const stage of dockerfile.stages)
    for (const use of stage.uses) {
      const later = laterStage(use, stage, dockerfile);
      if (later !== undefined) ahead.push({ stage, use, later });
    }
  if (ahead.length === 0) return new Map();
  const rings = ringsOf(dockerfile);
  return new Map(
    ahead
      .filter(({ stage, later }) => rings[stage.index] === rings[later.index])
      .map(({ use, later }) => [use, later]),
  );
}

/** The stage further down that a name leads to; numbers count the stages above alone. */
function laterStage(use: SourceReference, own: Stage, dockerfile: Dockerfile): Stage | undefined {
  if (use.stage !== undefined || use.image !== undefined || use.byIndex) return undefined;
  if (use.resolved.state !== 'known') return undefined;
  const named = dockerfile.stage(use.resolved.value);
  return named !== undefined && named.index > own.index ? named : undefined;
}

/**
 * For each stage the number of a ring: those that need each other, over whatever way, have the same one. Takes as long as
 * the file has stages and uses (Kosaraju).
 */
function ringsOf(dockerfile: Dockerfile): readonly number[] {
  const { stages } = dockerfile;
  const needs: number[][] = stages.map((stage) => [
    ...(stage.base.stage === undefined ? [] : [stage.base.stage.index]),
    ...stage.uses.flatMap((use) => (use.stage ?? laterStage(use, stage, dockerfile))?.index ?? []),
  ]);
  const neededBy: number[][] = stages.map(() => []);
  needs.forEach((others, index) => {
    for (const other of others) neededBy[other]?.push(index);
  });
  const order: number[] = [];
  const seen = new Set<number>();
  for (const { index } of stages) walk(index, needs, seen, (done) => order.push(done));
  const rings: number[] = [];
  seen.clear();
  for (const index of order.reverse()) walk(index, neededBy, seen, (done) => (rings[done] = index));
  return rings;
}

/** Goes as deep as it can, and tells of each place when all behind it is done. */
function walk(
  start: number,
  ways: readonly (readonly number[])[],
  seen: Set<number>,
  done: (index: number) => void,
): void {
  if (seen.has(start)) return;
  seen.add(start);
  const path = [{ index: start, next: 0 }];
  for (let place = path.at(-1); place !== undefined; place = path.at(-1)) {
    const next = ways[place.index]?.[place.next++];
    if (next === undefined) {
      done(place.index);
      path.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      path.push({ index: next, next: 0 });
    }
  }
}
