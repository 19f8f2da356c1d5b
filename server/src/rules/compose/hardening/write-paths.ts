import { type Service } from '../../../compose/model';
import { known, type Known, UNKNOWN, valueOf } from '../../../text/known';
import { withoutSlashes } from '../../../text/without-slashes';
import { serviceImageFacts } from '../images/service-image';
import { upstreamName } from './upstream-name';

/** What an image writes to while it runs. */
interface Writes {
  /** Folders whose content nobody misses. */
  readonly scratch: readonly string[];
  /** A folder for data that is no volume of the image's own, so that the service must mount one. */
  readonly data?: string;
}

/**
 * Official images; their data folders are volumes, which can always be written.
 * @see https://hub.docker.com/_/nginx (section "Running nginx in read-only mode")
 * @see https://hub.docker.com/_/postgres, https://hub.docker.com/_/mysql, https://hub.docker.com/_/mariadb (their socket folders)
 * @see https://www.mongodb.com/docs/manual/reference/configuration-options/#net-options (`unixDomainSocket.pathPrefix`)
 */
const upstream: ReadonlyMap<string, Writes> = new Map(
  Object.entries<Writes>({
    'library/nginx': { scratch: ['/var/cache/nginx', '/var/run', '/tmp'] },
    'library/httpd': { scratch: ['/usr/local/apache2/logs', '/tmp'] },
    'library/postgres': { scratch: ['/var/run/postgresql', '/tmp'] },
    'library/mysql': { scratch: ['/var/run/mysqld', '/tmp'] },
    'library/mariadb': { scratch: ['/run/mysqld', '/tmp'] },
    'library/mongo': { scratch: ['/tmp'] },
    'library/haproxy': { scratch: ['/tmp'] },
    'library/traefik': { scratch: ['/tmp'] },
    'library/caddy': { scratch: ['/config', '/tmp'], data: '/data' },
    'library/redis': { scratch: [] },
    'library/memcached': { scratch: [] },
    'valkey/valkey': { scratch: [] },
    'prom/prometheus': { scratch: [] },
    'prom/alertmanager': { scratch: [] },
    'prom/node-exporter': { scratch: [] },
    'prom/blackbox-exporter': { scratch: [] },
  }),
);

/**
 * Hardened images, by their names in the catalogue, which says nothing of volumes.
 * @see https://github.com/docker-hardened-images/catalog
 */
const hardened: ReadonlyMap<string, Writes> = new Map(
  Object.entries<Writes>({
    nginx: { scratch: ['/var/cache/nginx', '/run/nginx', '/tmp'] },
    postgres: { scratch: ['/var/run/postgresql', '/tmp'], data: '/var/lib/postgresql' },
    mysql: { scratch: ['/var/run/mysqld', '/tmp'], data: '/var/lib/mysql' },
    redis: { scratch: [], data: '/data' },
    valkey: { scratch: [], data: '/data' },
    memcached: { scratch: [] },
    'node-exporter': { scratch: [] },
    'blackbox-exporter': { scratch: [] },
    'postgres-exporter': { scratch: [] },
    'redis-exporter': { scratch: [] },
  }),
);

/** Folders that the service must be able to write besides its volumes; unknown where nothing is known of its image. */
export function writePaths(service: Service): Known<readonly string[]> {
  const name = upstreamName(service);
  const image = serviceImageFacts(service)?.hardened;
  const writes =
    image === undefined
      ? upstream.get(name ?? '')
      : isRuntime(image)
        ? hardened.get(image.repository)
        : undefined;
  if (writes === undefined) return UNKNOWN;
  const { scratch, data } = writes;
  return data === undefined || mounts(service, data) ? known(scratch) : UNKNOWN;
}

function isRuntime({ variant }: { readonly variant: Known<string> }): boolean {
  return valueOf(variant) === 'runtime';
}

/** Whether the service has a volume or a tmpfs at a path, above it or below it. */
export function mounts(service: Service, path: string): boolean {
  return mountedPaths(service).some((each) => `${each}/`.startsWith(`${path}/`) || covers(each, path));
}

/** Whether the service can write to a path through a volume or a tmpfs. */
export function isMounted(service: Service, path: string): boolean {
  return mountedPaths(service).some((each) => covers(each, path));
}

function covers(mount: string, path: string): boolean {
  return `${path}/`.startsWith(`${mount}/`);
}

function mountedPaths({ volumes, tmpfs }: Service): readonly string[] {
  return [
    ...volumes.flatMap(({ target }) => valueOf(target) ?? []),
    ...tmpfs.flatMap(({ resolved }) => valueOf(resolved)?.replace(/:.*$/, '') ?? []),
  ].map(withoutSlashes);
}
