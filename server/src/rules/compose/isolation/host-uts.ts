import { composeRule } from '../../rule';
import { hostNamespaces } from './host-namespace';

export const hostUts = composeRule({
  id: 'host-uts',
  summary: "A service must not share the host's name.",
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: "With uts: host the service has the host's name, and may change it where it has the right to.",
  },
  sameAs: { composeLint: ['CL-0010'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { at, offers } of hostNamespaces(compose, 'uts')) report({ message: 'base', at, offers });
  },
});
