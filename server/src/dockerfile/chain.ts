import { type Stage } from './model';

/** The stage, the one that it stands on, and so on; the last of them stands on an image. Ends on a loop. */
export function chainOf(stage: Stage): readonly [Stage, ...Stage[]] {
  const chain: [Stage, ...Stage[]] = [stage];
  const seen = new Set<Stage>(chain);
  for (let next = stage.base.stage; next !== undefined && !seen.has(next); next = next.base.stage) {
    seen.add(next);
    chain.push(next);
  }
  return chain;
}

/** Whether the stage inherits from one of the others. */
export function standsOnAny(stage: Stage, others: readonly Stage[]): boolean {
  return chainOf(stage)
    .slice(1)
    .some((each) => others.includes(each));
}
