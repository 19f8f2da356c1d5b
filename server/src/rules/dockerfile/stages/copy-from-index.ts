import { freeStageName } from '../../../dockerfile/free-stage-name';
import { type Dockerfile, type SourceReference, type Stage } from '../../../dockerfile/model';
import { insert, replace } from '../../../text/edit';
import { dockerfileRule, type Fix } from '../../rule';

export const copyFromIndex = dockerfileRule({
  id: 'copy-from-index',
  summary: 'A stage must be copied from by its name.',
  severity: 'hint',
  fix: 'safe',
  messages: {
    base: 'Number {index} means another stage as soon as one is added or removed above it. A name stays right.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { uses } of dockerfile.stages)
      for (const use of uses) {
        const { stage, byIndex, span, text } = use;
        if (!byIndex || stage === undefined) continue;
        report({ message: 'base', at: span, data: { index: text }, fix: byName(use, stage, dockerfile) });
      }
  },
});

function byName(use: SourceReference, stage: Stage, dockerfile: Dockerfile): Fix | undefined {
  if (dockerfile.source.slice(use.span) !== use.text) return undefined;
  const { name, from } = stage;
  if (name !== undefined)
    return isFound(stage, use, dockerfile)
      ? { title: `Change to "${name}"`, edits: [replace(use.span, name)] }
      : undefined;
  if (from.image === undefined) return undefined;
  const free = freeStageName(dockerfile, [`stage-${stage.index}`]);
  const as = from.keywordText === from.keywordText.toLowerCase() ? 'as' : 'AS';
  return {
    title: `Name the stage "${free}" and use the name`,
    edits: [insert(from.image.span.end, ` ${as} ${free}`), replace(use.span, free)],
  };
}

/** Whether the name leads to this stage there, and not to a later one that is called so too. */
function isFound(stage: Stage, use: SourceReference, { stages }: Dockerfile): boolean {
  const name = stage.name?.toLowerCase();
  const earlier = stages.slice(0, use.instruction.stage?.index ?? 0);
  return earlier.findLast((each) => each.name?.toLowerCase() === name) === stage;
}
