/**
 * A recent release line of common official images: the tag that stands for it and follows its patches. Read on
 * 2026-08-22 from the lines that the catalogue of Docker Hardened Images offers counterparts for; that of Ubuntu is the one
 * with long-term support whose tag every registry has.
 * @see https://github.com/docker-hardened-images/catalog
 */
const lines: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alpine: '3.24',
    bash: '5',
    busybox: '1',
    caddy: '2',
    cassandra: '5',
    composer: '2',
    couchdb: '3.5',
    debian: 'trixie-slim',
    docker: '29',
    'eclipse-mosquitto': '2',
    'eclipse-temurin': '21',
    elixir: '1.20',
    erlang: '28',
    golang: '1.26',
    gradle: '9-jdk21',
    haproxy: '3.2',
    httpd: '2.4',
    influxdb: '2',
    mariadb: '11.8',
    maven: '3.9',
    memcached: '1.6',
    mysql: '9',
    nats: '2.14',
    neo4j: '5',
    nginx: '1.30',
    node: '24',
    perl: '5.42',
    php: '8.4',
    postgres: '18',
    python: '3.14',
    rabbitmq: '4',
    redis: '8',
    ruby: '3.4',
    rust: '1',
    solr: '9',
    tomcat: '10.1',
    traefik: 'v3.7',
    ubuntu: '24.04',
    varnish: '8',
  }),
);

const library = 'docker.io/library/';

/** The tag to propose for an image of this repository (registry and `library/` written out); absent where none is known. */
export function proposedTag(repository: string): string | undefined {
  return repository.startsWith(library) ? lines.get(repository.slice(library.length)) : undefined;
}
