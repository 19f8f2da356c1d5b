import { type Compose, type Service } from '../../../compose/model';
import { scalarOf, type Value } from '../../../compose/value';
import { type Span } from '../../../text/span';
import { type BuildContext } from '../../../workspace/context';
import { composeRule } from '../../rule';
import { serviceRun } from '../built/service-run';
import { markedTexts } from '../marked';

interface Wait {
  readonly name: string;
  readonly condition: Value;
  readonly message: 'base' | 'built' | 'disabled';
}

export const dependsOnUnhealthy = composeRule({
  id: 'depends-on-unhealthy',
  summary: 'A service that others wait for to be healthy must have a health check.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: '{name} has no healthcheck, and neither has its image: it never becomes healthy, and what waits for that does not start.',
    built:
      '{name} has no healthcheck, and neither has what its Dockerfile builds: it never becomes healthy, and what waits for that does not start.',
    disabled:
      '{name} has its healthcheck switched off: it never becomes healthy, and what waits for that does not start.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const found = markedTexts<Wait>(
      compose,
      (service) => waits(compose, service, context),
      ({ condition }): Span => condition.span,
    );
    for (const { what } of found)
      report({ message: what.message, at: what.condition.span, data: { name: what.name } });
  },
});

function waits(compose: Compose, service: Service, context: BuildContext): readonly Wait[] {
  return service.dependsOn.flatMap(({ name, options }) => {
    const condition = scalarOf(options?.get('condition')?.value);
    if (condition?.text !== 'service_healthy' || name.state !== 'known') return [];
    const target = compose.service(name.value);
    const message = target && verdict(compose, target, context);
    return message === undefined ? [] : { name: name.value, condition, message };
  });
}

function verdict(compose: Compose, target: Service, context: BuildContext): Wait['message'] | undefined {
  if (target.healthcheck?.disabled === true) return 'disabled';
  if (
    target.entry('healthcheck') !== undefined ||
    target.isFragment ||
    target.entry('provider') !== undefined
  )
    return undefined;
  const run = serviceRun(compose, target, context);
  if (run?.hasHealthcheck !== false) return undefined;
  return run.built === undefined ? 'base' : 'built';
}
