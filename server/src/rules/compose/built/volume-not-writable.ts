import { type Volume } from '../../../compose/field';
import { type Compose, type Service } from '../../../compose/model';
import { volumeKey } from '../../../compose/volumes';
import { ModelMap } from '../../../dockerfile/model-map';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { composeRule } from '../../rule';
import { agreedTexts } from './agreed-texts';
import { giveFolder } from './give-folder';
import { userPlace } from './in-dockerfile';
import { isRootsFolder } from './roots-folder';
import { serviceRun, type ServiceRun } from './service-run';

interface ClosedVolume {
  readonly volume: Volume;
  readonly name: string;
  readonly path: string;
  readonly user: string;
  readonly run: ServiceRun;
}

export const volumeNotWritable = composeRule({
  id: 'volume-not-writable',
  summary: 'A volume must lie where the user of the container can write.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The image has no {path} that belongs to "{user}", as whom the container runs: the volume {name} becomes root\'s, and the program cannot write it.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const found = agreedTexts(
      compose,
      (service) => closedIn(compose, service, context),
      ({ volume }) => volume.value,
    );
    for (const { what, services } of found) {
      const { volume, name, path, user, run } = what;
      const isOwnUser = services.some((service) => service.user !== undefined);
      report({
        message: 'base',
        at: volume.value.span,
        data: { name, path, user },
        related: isOwnUser ? [] : userPlace(run.built),
        offers: [run.built && giveFolder(run.built, run.user, path)],
      });
    }
  },
});

function closedIn(compose: Compose, service: Service, context: BuildContext): readonly ClosedVolume[] {
  const named = service.volumes.flatMap((volume) => {
    const name = valueOf(volume.type) === 'volume' ? valueOf(volume.source) : undefined;
    const path = volumeKey(volume);
    const isWritten = valueOf(volume.readOnly) === false && !hasSubpath(volume);
    return name === undefined || path === undefined || path === '/' || !isWritten
      ? []
      : [{ volume, name, path }];
  });
  if (named.length === 0) return [];
  const run = serviceRun(compose, service, context);
  const user = run && valueOf(run.user.name);
  if (run?.user.isRoot !== false || user === undefined) return [];
  return named.flatMap(({ volume, name, path }) => {
    if (!isPlainVolume(compose, name) || mayBePrepared(compose, name, context)) return [];
    if (!isRootsFolder(path, run.facts, run.image, run.built?.stage)) return [];
    return [{ volume, name, path, user, run }];
  });
}

function hasSubpath({ value }: Volume): boolean {
  return value.kind === 'map' && (value.get('volume') !== undefined || !value.complete);
}

/** Whether the engine makes the volume by itself: with a driver or options it may have another owner, and so if it exists. */
function isPlainVolume(compose: Compose, name: string): boolean {
  const declared = compose.declared('volumes').find(({ key }) => key === name)?.value;
  if (declared === undefined) return false;
  if (declared.kind === 'scalar') return declared.isNull;
  return (
    declared.kind === 'map' &&
    declared.complete &&
    !['driver', 'driver_opts', 'external'].some((key) => declared.get(key) !== undefined)
  );
}

/**
 * Whether another service may give the volume to the user, or make it with the right owner: one that mounts it, too. Twins, such
 * as a worker of the same image, prepare no more than each other.
 */
function mayBePrepared(compose: Compose, name: string, context: BuildContext): boolean {
  const { byName, isOpen } = mountsOf(compose);
  const mount = byName.get(name);
  if (isOpen || mount === undefined) return true;
  mount.areTwins ??= areTwins([...mount.services].map((service) => serviceRun(compose, service, context)));
  return !mount.areTwins;
}

function areTwins(runs: readonly (ServiceRun | undefined)[]): boolean {
  const [first] = runs;
  return runs.every(
    (run) => run?.user.isRoot === false && run.image === first?.image && run.built?.uri === first.built?.uri,
  );
}

/** Who mounts which volume. */
interface Mounts {
  readonly byName: ReadonlyMap<string, Mount>;
  /** Whether a service may mount more than it says. */
  readonly isOpen: boolean;
}

interface Mount {
  readonly services: Set<Service>;
  areTwins?: boolean;
}

const read = new ModelMap<Compose, Mounts>();

/** Found once for a file: each of its services asks. */
function mountsOf(compose: Compose): Mounts {
  const before = read.get(compose);
  if (before !== undefined) return before;
  const byName = new Map<string, Mount>();
  let isOpen = false;
  for (const service of compose.services) {
    isOpen ||= service.inheritsUnknown || service.entry('volumes_from') !== undefined;
    for (const { source } of service.volumes) {
      isOpen ||= source.state === 'unknown';
      if (source.state !== 'known') continue;
      const mount = byName.get(source.value);
      if (mount === undefined) byName.set(source.value, { services: new Set([service]) });
      else mount.services.add(service);
    }
  }
  const mounts = { byName, isOpen };
  read.set(compose, mounts);
  return mounts;
}
