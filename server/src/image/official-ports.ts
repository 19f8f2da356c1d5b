/** What the EXPOSE of official images says; images to build on expose nothing. */
const ports: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    // https://github.com/nginx/docker-nginx
    nginx: ['80/tcp'],
    // https://github.com/docker-library/httpd
    httpd: ['80/tcp'],
    // https://github.com/docker-library/postgres
    postgres: ['5432/tcp'],
    // https://github.com/docker-library/redis
    redis: ['6379/tcp'],
    // https://github.com/docker-library/mysql
    mysql: ['3306/tcp', '33060/tcp'],
    // https://github.com/MariaDB/mariadb-docker
    mariadb: ['3306/tcp'],
    // https://github.com/docker-library/mongo
    mongo: ['27017/tcp'],
    // https://github.com/docker-library/memcached
    memcached: ['11211/tcp'],
  }),
);

const toBuildOn = new Set([
  ...['debian', 'ubuntu', 'alpine', 'busybox', 'fedora', 'rockylinux', 'almalinux', 'amazonlinux'],
  ...['buildpack-deps', 'python', 'node', 'golang', 'rust', 'ruby', 'eclipse-temurin'],
]);

/** The ports that an official image exposes, as `80/tcp`; absent where nobody wrote them down here. */
export function officialPorts(name: string): readonly string[] | undefined {
  return toBuildOn.has(name) ? [] : ports.get(name);
}
