import { dockerfileRule } from '../../rule';
import { overridden } from './overridden';

export const multipleHealthcheck = dockerfileRule({
  id: 'multiple-healthcheck',
  summary: 'A stage must have at most one HEALTHCHECK.',
  severity: 'warning',
  fix: 'safe',
  messages: { base: 'A later HEALTHCHECK of this stage replaces this one, which has no effect.' },
  sameAs: { hadolint: ['DL3012'], buildkit: ['MultipleInstructionsDisallowed'], trivy: ['DS-0023'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const each of overridden(dockerfile, 'HEALTHCHECK')) report(each);
  },
});
