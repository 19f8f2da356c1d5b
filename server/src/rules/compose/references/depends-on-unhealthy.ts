import { type Compose, type Service } from '../../../compose/model';
import { scalarOf, type Value } from '../../../compose/value';
import { type Span } from '../../../text/span';
import { composeRule } from '../../rule';
import { serviceImage } from '../images/service-image';
import { markedTexts } from '../marked';

/**
 * Official images that have no health check of their own, as is the rule among them.
 * @see https://github.com/docker-library/faq#healthcheck
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

interface Wait {
  readonly name: string;
  readonly condition: Value;
  readonly message: 'base' | 'disabled';
}

export const dependsOnUnhealthy = composeRule({
  id: 'depends-on-unhealthy',
  summary: 'A service that others wait for to be healthy must have a health check.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: '{name} has no healthcheck, and neither has its image: it never becomes healthy, and what waits for that does not start.',
    disabled:
      '{name} has its healthcheck switched off: it never becomes healthy, and what waits for that does not start.',
  },
  since: '0.1.0',
  check({ compose, report }) {
    const found = markedTexts<Wait>(
      compose,
      (service) => waits(compose, service),
      ({ condition }): Span => condition.span,
    );
    for (const { what } of found)
      report({ message: what.message, at: what.condition.span, data: { name: what.name } });
  },
});

function waits(compose: Compose, service: Service): readonly Wait[] {
  return service.dependsOn.flatMap(({ name, options }) => {
    const condition = scalarOf(options?.get('condition')?.value);
    if (condition?.text !== 'service_healthy' || name.state !== 'known') return [];
    const target = compose.service(name.value);
    const message = target && verdict(target);
    return message === undefined ? [] : { name: name.value, condition, message };
  });
}

function verdict(target: Service): Wait['message'] | undefined {
  if (target.healthcheck?.disabled === true) return 'disabled';
  if (target.entry('healthcheck') !== undefined || target.inheritsUnknown || target.isFragment)
    return undefined;
  if (target.build !== undefined || target.entry('provider') !== undefined) return undefined;
  const repository = serviceImage(target)?.reference.repository;
  const name = repository?.startsWith(library) === true ? repository.slice(library.length) : '';
  return withoutHealthcheck.has(name) ? 'base' : undefined;
}
