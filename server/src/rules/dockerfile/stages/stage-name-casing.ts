import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { dockerfileRule, type Fix } from '../../rule';
import { renameStage } from './rename-stage';
import { reservedName } from './stage-name-reserved';

export const stageNameCasing = dockerfileRule({
  id: 'stage-name-casing',
  summary: 'The names of stages are written in lower case.',
  severity: 'hint',
  fix: 'safe',
  messages: { base: 'Stages are found in any case, but lower case keeps "{name}" apart from instructions.' },
  sameAs: { buildkit: ['StageNameCasing'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages) {
      const { name, nameSpan } = stage;
      if (name === undefined || nameSpan === undefined || name === name.toLowerCase()) continue;
      if (!/^[a-z][\w.-]*$/i.test(name) || reservedName(name) !== undefined) continue;
      report({ message: 'base', at: nameSpan, data: { name }, fix: inLowerCase(dockerfile, stage, name) });
    }
  },
});

/** Uses in another case still find the stage, so those that cannot be written anew may stay. */
function inLowerCase(dockerfile: Dockerfile, stage: Stage, name: string): Fix | undefined {
  const lower = name.toLowerCase();
  const nameOnly = stage.nameSpan && [replace(stage.nameSpan, lower)];
  const edits = renameStage(dockerfile, stage, lower) ?? nameOnly;
  return edits && { title: `Write "${lower}"`, edits };
}
