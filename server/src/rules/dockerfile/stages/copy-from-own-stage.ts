import { dockerfileRule } from '../../rule';
import { isOwnStage } from './own-stage';

export const copyFromOwnStage = dockerfileRule({
  id: 'copy-from-own-stage',
  summary: 'A stage must not copy from itself.',
  severity: 'error',
  fix: 'none',
  messages: { base: '"{name}" is the stage that this line stands in, and a stage cannot copy from itself.' },
  sameAs: { hadolint: ['DL3023'], trivy: ['DS-0006'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { uses } of dockerfile.stages)
      for (const use of uses)
        if (isOwnStage(use)) report({ message: 'base', at: use.span, data: { name: use.text } });
  },
});
