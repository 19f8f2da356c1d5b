import { dockerfileRule } from '../../rule';
import { exposedPorts } from '../../../dockerfile/exposed-port';

export const exposeAdminPort = dockerfileRule({
  id: 'expose-admin-port',
  summary: 'A container must not offer a way to log in to it.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: 'Port {port} is that of {service}, by which people log in. A container is looked after from outside: `docker exec` needs no server in it.',
  },
  sameAs: { trivy: ['DS-0004'], checkov: ['CKV_DOCKER_1'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.shippedStages)
      for (const { word, from, to, protocol } of exposedPorts(stage)) {
        if (to !== undefined || (protocol ?? 'tcp').toLowerCase() !== 'tcp') continue;
        const service = services.get(Number(from));
        if (service !== undefined) report({ message: 'base', at: word.span, data: { port: from, service } });
      }
  },
});

/** https://www.iana.org/assignments/service-names-port-numbers/ */
const services: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [23, 'Telnet'],
  [3389, 'Remote Desktop'],
]);
