import { dockerfileRule } from '../../rule';
import { runFlags } from './run-flag';

export const runInsecure = dockerfileRule({
  id: 'run-insecure',
  summary: 'A RUN must not get all rights on the machine that builds.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'This RUN has all capabilities and no sandbox: whatever it runs could take over the machine that builds.',
  },
  sameAs: { sonar: ['S6502'] },
  since: '0.1.0',
  mentions: ['security'],
  check({ dockerfile, report }) {
    for (const { flag, offer } of runFlags(dockerfile, 'security', 'insecure'))
      report({ message: 'base', at: flag.span, offers: [offer] });
  },
});
