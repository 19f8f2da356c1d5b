import { type Service } from '../../../compose/model';
import { serviceImage, serviceImageFacts } from '../images/service-image';

/** What an entry point needs that takes over its data folder as root and goes on as another account. */
const switchesUser = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'];

/**
 * What official web servers need while they start as root, or, for caddy, what its program file asks the kernel for.
 * @see https://nginx.org/en/docs/ngx_core_module.html#user
 * @see https://httpd.apache.org/docs/2.4/mod/mod_unixd.html#user
 * @see https://github.com/caddyserver/caddy-docker (the `setcap` of its Dockerfile)
 */
const servers: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    nginx: ['CHOWN', 'NET_BIND_SERVICE', 'SETGID', 'SETUID'],
    httpd: ['NET_BIND_SERVICE', 'SETGID', 'SETUID'],
    caddy: ['NET_BIND_SERVICE'],
  }),
);

/** What the service's image is known to need to start at all. */
export function neededCapabilities(service: Service): readonly string[] {
  if (service.user !== undefined) return [];
  if (serviceImageFacts(service)?.entrypointUser !== undefined) return switchesUser;
  const library = 'docker.io/library/';
  const repository = service.build === undefined && serviceImage(service)?.reference.repository;
  if (repository === undefined || repository === false || !repository.startsWith(library)) return [];
  return servers.get(repository.slice(library.length)) ?? [];
}
