import { type Port } from '../../../compose/field';
import { type Compose, type Service } from '../../../compose/model';
import { privilegedPorts } from '../../../dockerfile/privileged-ports';
import { replace } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { composeRule, type Fix } from '../../rule';
import { scalarOf } from '../../../compose/value';
import { agreedTexts } from './agreed-texts';
import { listenPlaces, setsListening } from './listen-places';
import { mayMountSettings } from './mounts';
import { userPlace } from './in-dockerfile';
import { serviceRun, type ServiceRun } from './service-run';

interface PrivilegedPort {
  readonly port: Port;
  readonly number: number;
  readonly user: string;
  readonly service: Service;
  readonly listening: Listening;
  readonly run: ServiceRun;
}

/** Where it is said that the program listens there: each place that would have to change; absent where one cannot be told. */
interface Listening {
  readonly own: readonly Span[] | undefined;
  /** In the Dockerfile. */
  readonly built: readonly Span[] | undefined;
  readonly uri: string | undefined;
}

export const portPrivilegedNonroot = composeRule({
  id: 'port-privileged-nonroot',
  summary: 'A program that does not run as root must listen on port 1024 or above.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The container runs as "{user}", who cannot open port {port} in Kubernetes and in older Docker Engines: ports below 1024 are root\'s. Listen on a higher one inside, and publish that.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const found = agreedTexts(
      compose,
      (service) => privilegedIn(compose, service, context),
      ({ port }) => port.value,
    );
    for (const { what, services } of found)
      report({
        message: 'base',
        at: what.port.value.span,
        data: { user: what.user, port: what.number },
        related: services.some(({ user }) => user !== undefined) ? [] : userPlace(what.run.built),
        offers: [services.length === 1 ? higherPort(what) : undefined],
      });
  },
});

function privilegedIn(compose: Compose, service: Service, context: BuildContext): readonly PrivilegedPort[] {
  const low = service.ports.flatMap((port) => {
    const target = valueOf(port.target);
    return target?.first === target?.last && target !== undefined && target.first > 0 && target.first < 1024
      ? [{ port, number: target.first }]
      : [];
  });
  if (low.length === 0 || service.networkMode !== undefined || mayOpenAny(service)) return [];
  const run = serviceRun(compose, service, context);
  const user = run && valueOf(run.user.name);
  if (run?.user.isRoot !== false || user === undefined) return [];
  if (/cap_net_bind_service/i.test(run.built?.dockerfile.source.text ?? '')) return [];
  return low.flatMap(({ port, number }) => {
    const listening = listensOn(service, run, number);
    return listening === undefined ? [] : [{ port, number, user, service, listening, run }];
  });
}

/** Whether the kernel or a capability lets everybody open low ports. */
function mayOpenAny(service: Service): boolean {
  const names = service.capAdd.map(({ text }) => text.toUpperCase().replace(/^CAP_/, ''));
  return (
    service.entry('sysctls') !== undefined ||
    service.privileged !== undefined ||
    names.some((name) => name === 'NET_BIND_SERVICE' || name === 'ALL')
  );
}

/** Absent where nothing says that the program listens there. */
function listensOn(service: Service, run: ServiceRun, port: number): Listening | undefined {
  const own = listenPlaces(service).filter((place) => place.port === port);
  const { built } = run;
  if (own.length > 0 && built === undefined) return { own: spansOf(own), built: [], uri: undefined };
  if (built === undefined) {
    const { facts } = run;
    // What an image does as its own user is its makers' choice.
    const isUsual = (valueOf(facts.ports) ?? []).includes(`${port}/tcp`) && valueOf(facts.isRoot) === true;
    const isChanged = service.command !== undefined || service.entrypoint !== undefined;
    if (!isUsual || isChanged || setsListening(service) || mayMountSettings(service)) return undefined;
    return { own: undefined, built: undefined, uri: undefined };
  }
  if (own.length === 0 && setsListening(service)) return undefined;
  const places = privilegedPorts(built.stage).find(([first]) => first.port === port) ?? [];
  const isStarted = service.command === undefined && service.entrypoint === undefined;
  const counted = places.filter(({ kind }) => kind !== 'CMD' || isStarted);
  if (own.length === 0 && counted.length === 0) return undefined;
  return { own: spansOf(own), built: spansOf(counted), uri: built.uri };
}

function spansOf(places: readonly { readonly digits: Span | undefined }[]): readonly Span[] | undefined {
  const spans = places.flatMap(({ digits }) => digits ?? []);
  return spans.length === places.length ? spans : undefined;
}

/** Absent where a place cannot be changed, and where the higher port is taken. */
function higherPort({ port, number, service, listening }: PrivilegedPort): Fix | undefined {
  const { own, built, uri } = listening;
  const target = targetDigits(port, number);
  if (own === undefined || built === undefined || target === undefined) return undefined;
  if (built.length > 0 && uri === undefined) return undefined;
  const higher = number + 8000;
  const isTaken = service.ports.some(({ target: other }) => {
    const range = valueOf(other);
    return range === undefined || (range.first <= higher && higher <= range.last);
  });
  if (isTaken) return undefined;
  const edit = (span: Span): ReturnType<typeof replace> => replace(span, String(higher));
  const where = built.length > 0 ? ' here and in the Dockerfile' : '';
  return {
    title: `Change port ${number} in the container to ${higher}${where}`,
    edits: [target, ...own].map(edit),
    ...(uri !== undefined && built.length > 0 && { others: [{ uri, edits: built.map(edit) }] }),
    confirm: `The program must listen on ${higher} as well.`,
  };
}

/** Of the container's port in the item. */
function targetDigits({ value, form }: Port, number: number): Span | undefined {
  const digits = String(number);
  const scalar =
    form === 'short'
      ? scalarOf(value)
      : value.kind === 'map'
        ? scalarOf(value.get('target')?.value)
        : undefined;
  if (scalar?.textStart === undefined || scalar.interpolation.variables.length > 0) return undefined;
  const mapping = scalar.text.split('/')[0] ?? '';
  const at = mapping.length - digits.length;
  if (!mapping.endsWith(digits) || /\d/.test(mapping[at - 1] ?? '')) return undefined;
  const start = scalar.textStart + at;
  return { start, end: start + digits.length };
}
