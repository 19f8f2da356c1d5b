import { freeStageName } from '../../../dockerfile/free-stage-name';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { dockerfileRule, type Fix } from '../../rule';
import { renameStage } from './rename-stage';

export const stageNameReserved = dockerfileRule({
  id: 'stage-name-reserved',
  summary: 'A stage must not be called `scratch` or `context`.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    scratch:
      '"{name}" stands for the empty image. A stage of that name hides it, and readers take one for the other.',
    context:
      '"{name}" stands for the build context in `--from`. A stage of that name hides it, and readers take one for the other.',
  },
  sameAs: { hadolint: ['DL3063'], buildkit: ['ReservedStageName'] },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    const targets = context.targets.map((target) => target.toLowerCase());
    for (const stage of dockerfile.stages) {
      const { name, nameSpan } = stage;
      const message = reservedName(name);
      if (name === undefined || nameSpan === undefined || message === undefined) continue;
      const offer = targets.includes(message) ? undefined : renamed(dockerfile, stage, message);
      report({ message, at: nameSpan, data: { name }, offers: [offer] });
    }
  },
});

const instead = { scratch: 'empty', context: 'files' } as const;

/** The reserved name that a stage has; absent for other names. */
export function reservedName(name: string | undefined): keyof typeof instead | undefined {
  const lower = name?.toLowerCase();
  return lower === 'scratch' || lower === 'context' ? lower : undefined;
}

function renamed(dockerfile: Dockerfile, stage: Stage, name: keyof typeof instead): Fix | undefined {
  const free = freeStageName(dockerfile, [instead[name]]);
  const edits = renameStage(dockerfile, stage, free);
  return edits && { title: `Rename to "${free}"`, edits };
}
