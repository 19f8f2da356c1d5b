import { dockerfileRule } from '../../rule';
import { overridden } from './overridden';

export const multipleCmd = dockerfileRule({
  id: 'multiple-cmd',
  summary: 'A stage must have at most one CMD.',
  severity: 'warning',
  fix: 'safe',
  messages: { base: 'A later CMD of this stage replaces this one, which has no effect.' },
  sameAs: { hadolint: ['DL4003'], buildkit: ['MultipleInstructionsDisallowed'], trivy: ['DS-0016'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const each of overridden(dockerfile, 'CMD')) report(each);
  },
});
