import { dockerfileRule } from '../../rule';
import { runFlags } from './run-flag';

export const runNetworkHost = dockerfileRule({
  id: 'run-network-host',
  summary: "A RUN must not use the builder's own network.",
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'This RUN sees the network of the machine that builds, with all that listens there for itself alone. Whatever it installs could use that.',
  },
  sameAs: { sonar: ['S6431'] },
  since: '0.1.0',
  mentions: ['network'],
  check({ dockerfile, report }) {
    for (const { flag, offer } of runFlags(dockerfile, 'network', 'host'))
      report({ message: 'base', at: flag.span, offers: [offer] });
  },
});
