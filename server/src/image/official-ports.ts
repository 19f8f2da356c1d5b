/** What the EXPOSE of official images says, in the Dockerfiles that are named; images to build on expose nothing. */
const ports: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    // https://github.com/nginx/docker-nginx/blob/master/mainline/debian/Dockerfile
    nginx: ['80/tcp'],
    // https://github.com/docker-library/httpd/blob/master/2.4/Dockerfile
    httpd: ['80/tcp'],
    // https://github.com/docker-library/postgres/blob/master/17/trixie/Dockerfile
    postgres: ['5432/tcp'],
    // https://github.com/redis/docker-library-redis/blob/master/debian/Dockerfile
    redis: ['6379/tcp'],
    // https://github.com/docker-library/mysql/blob/master/8.4/Dockerfile.oracle
    mysql: ['3306/tcp', '33060/tcp'],
    // https://github.com/MariaDB/mariadb-docker/blob/master/11.4/Dockerfile
    mariadb: ['3306/tcp'],
    // https://github.com/docker-library/mongo/blob/master/8.0/Dockerfile
    mongo: ['27017/tcp'],
    // https://github.com/docker-library/memcached/blob/master/1/debian/Dockerfile
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
