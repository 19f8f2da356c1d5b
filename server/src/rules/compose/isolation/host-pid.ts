import { composeRule } from '../../rule';
import { hostNamespaces } from './host-namespace';

export const hostPid = composeRule({
  id: 'host-pid',
  summary: "A service must not share the host's processes.",
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'With pid: host the service sees every process of the host, with its arguments and environment, and may signal those of its user.',
  },
  sameAs: { composeLint: ['CL-0010'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { at, offers } of hostNamespaces(compose, 'pid')) report({ message: 'base', at, offers });
  },
});
