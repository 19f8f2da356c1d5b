import { composeRule } from '../../rule';
import { hostNamespaces } from './host-namespace';

export const hostUserns = composeRule({
  id: 'host-userns',
  summary: "A service must not share the host's user numbers.",
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'With userns_mode: host root of the container is root of the host, though the engine would give it a harmless number.',
  },
  sameAs: { composeLint: ['CL-0010'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { at, offers } of hostNamespaces(compose, 'userns_mode'))
      report({ message: 'base', at, offers });
  },
});
