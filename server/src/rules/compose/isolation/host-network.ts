import { composeRule } from '../../rule';
import { hostNamespaces } from './host-namespace';

export const hostNetwork = composeRule({
  id: 'host-network',
  summary: "A service must not share the host's network.",
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: "On the host's network the service reaches what listens on localhost there, and every port it opens is open on the host.",
  },
  sameAs: { composeLint: ['CL-0008'] },
  since: '0.1.0',
  check({ compose, report }) {
    // Ports mean nothing on the host's network; off it they are published, and that is for a person to decide.
    const found = hostNamespaces(compose, 'network_mode', (services) =>
      services.every((service) => service.ports.length === 0),
    );
    for (const { at, offers } of found) report({ message: 'base', at, offers });
  },
});
