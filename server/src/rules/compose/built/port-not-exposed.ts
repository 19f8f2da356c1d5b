import { type Port } from '../../../compose/field';
import { type Compose, type Service } from '../../../compose/model';
import { chainOf } from '../../../dockerfile/chain';
import { type Stage } from '../../../dockerfile/model';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { composeRule } from '../../rule';
import { agreedTexts } from './agreed-texts';
import { exposesItself } from './image-ports';
import { mayMountSettings } from './mounts';
import { exposedPlaces } from './in-dockerfile';
import { type BuiltStage, portsOf, serviceRun } from './service-run';

interface HiddenPort {
  readonly port: Port;
  readonly number: number;
  readonly image: string;
  readonly exposed: readonly string[];
  readonly built: BuiltStage | undefined;
}

export const portNotExposed = composeRule({
  id: 'port-not-exposed',
  summary: 'A published port must lead to one that the image listens on.',
  severity: 'info',
  fix: 'none',
  messages: {
    pulled:
      '{image} listens on {exposed}, and nothing here says that it listens on {port}: what is published may lead nowhere.',
    built:
      'The Dockerfile exposes {exposed}, and nothing says that the program listens on {port}: what is published may lead nowhere.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const found = agreedTexts(
      compose,
      (service) => hiddenIn(compose, service, context),
      ({ port }) => port.value,
    );
    for (const { what, services } of found) {
      const { port, number, image, exposed, built } = what;
      report({
        message: services[0]?.build === undefined ? 'pulled' : 'built',
        at: port.value.span,
        data: { image, port: number, exposed: exposed.map((each) => each.replace('/tcp', '')).join(', ') },
        related: exposedPlaces(built),
      });
    }
  },
});

function hiddenIn(compose: Compose, service: Service, context: BuildContext): readonly HiddenPort[] {
  if (service.ports.length === 0 || service.networkMode !== undefined) return [];
  // Who starts another program, or has settings mounted, knows where it listens.
  if (service.command !== undefined || service.entrypoint !== undefined || mayMountSettings(service))
    return [];
  if (service.entry('env_file') !== undefined) return [];
  const run = serviceRun(compose, service, context);
  const exposed = run && valueOf(portsOf(run));
  if (run === undefined || exposed === undefined || exposed.length === 0) return [];
  const { built, image } = run;
  if (
    built === undefined
      ? service.volumes.some(({ type }) => valueOf(type) === 'bind')
      : !exposesItself(built.stage)
  )
    return [];
  const numbers = new Set(exposed.map((each) => Number(each.split('/')[0])));
  return service.ports.flatMap((port) => {
    const target = valueOf(port.target);
    if (target === undefined || target.first !== target.last || numbers.has(target.first)) return [];
    if (mayTell(service, target.first) || (built !== undefined && isNamed(built.stage, target.first)))
      return [];
    return [{ port, number: target.first, image, exposed, built }];
  });
}

/** Whether the environment names the port, or may do so by a variable that is not known. */
function mayTell({ environment }: Service, port: number): boolean {
  return environment.some(({ name, value }) => {
    if (value.state === 'known') return holds(value.value, port);
    return /PORT|LISTEN|ADDR|BIND|HOST|URL|ENDPOINT|ARGS|OPTS|CONFIG/i.test(name);
  });
}

function isNamed(stage: Stage, port: number): boolean {
  return chainOf(stage).some(({ instructions }) => instructions.some(({ text }) => holds(text.text, port)));
}

function holds(text: string, port: number): boolean {
  return new RegExp(`(?<!\\d)${port}(?!\\d)`).test(text);
}
