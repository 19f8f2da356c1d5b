import { dockerfileRule } from '../../rule';
import { overridden } from './overridden';

export const multipleEntrypoint = dockerfileRule({
  id: 'multiple-entrypoint',
  summary: 'A stage must have at most one ENTRYPOINT.',
  severity: 'warning',
  fix: 'safe',
  messages: { base: 'A later ENTRYPOINT of this stage replaces this one, which has no effect.' },
  sameAs: { hadolint: ['DL4004'], buildkit: ['MultipleInstructionsDisallowed'], trivy: ['DS-0007'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const each of overridden(dockerfile, 'ENTRYPOINT')) report(each);
  },
});
