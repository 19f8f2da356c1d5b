import { type Service } from '../../../compose/model';
import { known, type Known, UNKNOWN, valueOf } from '../../../text/known';
import { serviceImageFacts } from '../images/service-image';
import { isRootlessBuilder } from '../isolation/rootless-builder';
import { isUnixRoot } from './service-user';
import { upstreamName } from './upstream-name';

/** What an entry point needs that takes over its data folder as root and goes on as another account. */
const switchesUser = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'];

/**
 * What images need while they start as root, or what their program file asks the kernel for; nothing for those whose own
 * account is not root.
 * @see https://nginx.org/en/docs/ngx_core_module.html#user
 * @see https://httpd.apache.org/docs/2.4/mod/mod_unixd.html#user
 * @see https://github.com/caddyserver/caddy-docker (the `setcap` of its Dockerfile)
 * @see https://github.com/eclipse-mosquitto/mosquitto/tree/master/docker (its entry point)
 * @see https://github.com/valkey-io/valkey-container (its entry point)
 * @see https://github.com/influxdata/influxdata-docker (its entry point)
 */
const images: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'library/nginx': ['CHOWN', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'],
    'library/httpd': ['NET_BIND_SERVICE', 'SETGID', 'SETUID'],
    'library/caddy': ['NET_BIND_SERVICE'],
    'library/traefik': ['NET_BIND_SERVICE'],
    'library/eclipse-mosquitto': ['CHOWN', 'SETGID', 'SETUID'],
    'library/influxdb': switchesUser,
    'valkey/valkey': switchesUser,
    'library/adminer': [],
    'grafana/grafana': [],
    'grafana/loki': [],
    'prom/prometheus': [],
    'prom/alertmanager': [],
    'prom/node-exporter': [],
    'prom/blackbox-exporter': [],
    'prom/pushgateway': [],
  }),
);

/**
 * Programs whose file asks for a capability wherever their makers package them: without it they do not start, whatever
 * account runs them.
 * @see https://man7.org/linux/man-pages/man7/capabilities.7.html (section "Safety checking for capability-dumb binaries")
 */
const asksKernel =
  /caddy|cilium|coredns|falco|netdata|openbao|suricata|tailscale|traefik|varnish|vault|wireshark/;

/** What the service needs to start at all; unknown where nothing is known of its image. */
export function neededCapabilities(service: Service): Known<readonly string[]> {
  if (isRootlessBuilder(service)) return UNKNOWN;
  const facts = serviceImageFacts(service);
  if (facts === undefined) return UNKNOWN;
  const name = upstreamName(service);
  const listed = name === undefined ? undefined : images.get(name);
  if (service.entry('user') !== undefined) {
    const runsAsOther = isUnixRoot(service.user) === false;
    const isKnown = listed !== undefined || facts.entrypointUser !== undefined;
    if (runsAsOther && name === 'library/caddy') return known(listed ?? []);
    return runsAsOther && isKnown ? known([]) : UNKNOWN;
  }
  if (facts.entrypointUser !== undefined) return known(switchesUser);
  if (listed !== undefined) return known(listed);
  const isOther = valueOf(facts.isRoot) === false;
  const isApplication = facts.hardened !== undefined || name?.startsWith('library/') === true;
  return isOther && isApplication && !asksKernel.test(facts.hardened?.repository ?? '') ? known([]) : UNKNOWN;
}
