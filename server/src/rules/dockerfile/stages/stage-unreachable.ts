import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { remove } from '../../../text/edit';
import { dockerfileRule, type Fix } from '../../rule';

export const stageUnreachable = dockerfileRule({
  id: 'stage-unreachable',
  summary: 'Every stage must be used.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'Nothing stands on this stage or copies from it, and it has no name to be built by: it is never built.',
  },
  sameAs: { tally: ['no-unreachable-stages'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const reached = reachedStages(dockerfile);
    if (reached === undefined) return;
    for (const stage of dockerfile.stages) {
      if (reached.has(stage)) continue;
      report({
        message: 'base',
        at: stage.base.span,
        tag: 'unnecessary',
        offers: [withoutStage(stage, dockerfile)],
      });
    }
  },
});

/**
 * The stages that some build needs: the last, and every one with a name, which `--target` can ask for, with all that they
 * take from. Absent where a variable may name a stage.
 */
function reachedStages({ stages, targets }: Dockerfile): ReadonlySet<Stage> | undefined {
  const waiting = [...targets, ...stages.filter(({ name }) => name !== undefined)];
  const reached = new Set<Stage>();
  for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
    if (reached.has(stage)) continue;
    reached.add(stage);
    for (const use of stage.uses) {
      if (use.resolved.state === 'unknown') return undefined;
      if (use.stage !== undefined) waiting.push(use.stage);
    }
    // A stage without a name cannot be named by a variable of FROM either.
    if (stage.base.stage !== undefined) waiting.push(stage.base.stage);
  }
  return reached;
}

/** Removes the stage with its lines; numbers in `--from` that count past it, or to it, would mean others. */
function withoutStage(stage: Stage, { source, stages }: Dockerfile): Fix | undefined {
  const isCounted = stages.some(({ uses }) =>
    uses.some(({ byIndex, text }) => byIndex && Number(text) >= stage.index),
  );
  const next = stages[stage.index + 1];
  if (isCounted || next === undefined) return undefined;
  const start = source.fullLineSpan(source.lineAt(stage.span.start)).start;
  let line = source.lineAt(stage.span.end) + 1;
  const last = source.lineAt(next.span.start);
  while (line < last && source.slice(source.lineSpan(line)).trim() === '') line++;
  return {
    title: 'Remove the stage',
    edits: [remove({ start, end: source.fullLineSpan(line).start })],
  };
}
