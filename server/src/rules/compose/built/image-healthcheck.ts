import { type Service } from '../../../compose/model';
import { rootOf } from '../../../dockerfile/chain';
import { type Stage } from '../../../dockerfile/model';
import { serviceImage } from '../images/service-image';

/**
 * Official images that have no health check of their own: their maintainers add none, for reasons that they name, and neither do
 * the makers of the others here.
 * @see https://github.com/docker-library/faq#healthcheck
 * @see https://github.com/nginx/docker-nginx/blob/master/mainline/debian/Dockerfile
 * @see https://github.com/MariaDB/mariadb-docker/blob/master/11.4/Dockerfile
 * @see https://github.com/traefik/traefik-library-image/blob/master/v3.6/alpine/Dockerfile
 */
const withoutHealthcheck = new Set([
  'alpine',
  'busybox',
  'debian',
  'golang',
  'httpd',
  'mariadb',
  'memcached',
  'mongo',
  'mysql',
  'nginx',
  'node',
  'php',
  'postgres',
  'python',
  'rabbitmq',
  'redis',
  'ruby',
  'traefik',
  'ubuntu',
]);

const library = 'docker.io/library/';

/** Whether the image of a service has a health check that is on, whatever the service says; `undefined`: not known. */
export function hasHealthcheck(service: Service, stage: Stage | undefined): boolean | undefined {
  if (stage === undefined) return lacksOne(serviceImage(service)?.reference.repository) ? false : undefined;
  const own = stage.effective('HEALTHCHECK');
  if (own?.keyword === 'HEALTHCHECK') return !own.none;
  const { base } = rootOf(stage);
  return base.isScratch || lacksOne(base.image?.repository) ? false : undefined;
}

function lacksOne(repository: string | undefined): boolean {
  const name = repository?.startsWith(library) === true ? repository.slice(library.length) : '';
  return withoutHealthcheck.has(name);
}
