import { type Stage } from './model';

/** The stage, the one that it stands on, and so on; the last of them stands on an image. */
export function chainOf(stage: Stage): readonly [Stage, ...Stage[]] {
  const chain: [Stage, ...Stage[]] = [stage];
  for (let next = below(stage); next !== undefined; next = below(next)) chain.push(next);
  return chain;
}

/** The last stage of its chain, which stands on an image. */
export function rootOf(stage: Stage): Stage {
  let root = stage;
  for (let next = below(stage); next !== undefined; next = below(next)) root = next;
  return root;
}

/** Whether the stage inherits from one of the others. */
export function standsOnAny(stage: Stage, others: readonly Stage[]): boolean {
  for (let next = below(stage); next !== undefined; next = below(next))
    if (others.includes(next)) return true;
  return false;
}

/** The stage that a stage stands on. A chain of them ends, as stages only stand on earlier ones. */
function below({ base, index }: Stage): Stage | undefined {
  return base.stage !== undefined && base.stage.index < index ? base.stage : undefined;
}
