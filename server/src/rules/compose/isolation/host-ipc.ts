import { composeRule } from '../../rule';
import { hostNamespaces } from './host-namespace';

export const hostIpc = composeRule({
  id: 'host-ipc',
  summary: "A service must not share the host's shared memory.",
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: "With ipc: host the service can read and write the shared memory of the host's processes.",
  },
  sameAs: { composeLint: ['CL-0010'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { at, offers } of hostNamespaces(compose, 'ipc')) report({ message: 'base', at, offers });
  },
});
