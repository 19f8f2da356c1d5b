/**
 * Folders that official images write to while they run, besides their volumes.
 * @see https://hub.docker.com/_/nginx (section "Running nginx in read-only mode")
 * @see https://hub.docker.com/_/postgres (the socket folder)
 */
const paths: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    nginx: ['/var/cache/nginx', '/var/run', '/tmp'],
    httpd: ['/usr/local/apache2/logs', '/tmp'],
    postgres: ['/var/run/postgresql', '/tmp'],
    mysql: ['/var/run/mysqld', '/tmp'],
    mariadb: ['/run/mysqld', '/tmp'],
    haproxy: ['/tmp'],
    redis: [],
    memcached: [],
  }),
);

const library = 'docker.io/library/';

/** Where an image must be able to write; `/tmp` where nothing is known of it. */
export function writePaths(repository: string | undefined): readonly string[] {
  const known = repository?.startsWith(library) ? paths.get(repository.slice(library.length)) : undefined;
  return known ?? ['/tmp'];
}
