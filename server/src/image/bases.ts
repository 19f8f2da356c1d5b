import { known, UNKNOWN, type Known } from '../text/known';
import { lowerAscii } from '../text/lower-ascii';
import { type ImageFacts } from './facts';
import { NOTHING_KNOWN } from './nothing-known';
import { type ImageReference } from './reference';
import { officialName } from './official-name';
import { officialPorts } from './official-ports';
import { OFFICIAL_IMAGES, type OfficialImage } from './official-images';
import { NO_SYSTEM, systemOf, type System } from './systems';
import { VENDOR_IMAGES } from './vendor-images';

/** Facts of a well-known image that is not hardened; absent where it is not in the tables. */
export function baseFacts(reference: ImageReference): ImageFacts | undefined {
  const repository = originalRepository(reference.repository);
  const tag = reference.tag ?? (reference.digest === undefined ? 'latest' : undefined);
  const name = officialName(repository);
  const official = name === undefined ? undefined : OFFICIAL_IMAGES.get(name);
  if (name !== undefined && official !== undefined) return officialFacts(name, official, tag);
  for (const vendor of VENDOR_IMAGES) {
    const match = vendor.repository.exec(repository);
    if (match !== null) return vendor.facts(tag, match[1] ?? '');
  }
  return undefined;
}

/**
 * Copies that are kept of Docker Hub's official images.
 * @see https://gallery.ecr.aws/docker/
 * @see https://cloud.google.com/artifact-registry/docs/pull-cached-dockerhub-images
 */
export function originalRepository(repository: string): string {
  if (repository.startsWith(AMAZON)) return `docker.io/library/${repository.slice(AMAZON.length)}`;
  if (!repository.startsWith(GOOGLE)) return repository;
  const path = repository.slice(GOOGLE.length);
  return `docker.io/${path.includes('/') ? path : `library/${path}`}`;
}

const AMAZON = 'public.ecr.aws/docker/library/';
const GOOGLE = 'mirror.gcr.io/';

function officialFacts(name: string, image: OfficialImage, tag: string | undefined): ImageFacts {
  const system =
    tag === undefined ? NO_SYSTEM : (image.system?.(tag) ?? systemOf(tag, image.usual, image.words));
  const ports = officialPorts(name);
  const user =
    tag === undefined && image.userByTag !== undefined ? UNKNOWN : (image.userByTag?.(tag ?? '') ?? ROOT);
  return {
    ...NOTHING_KNOWN,
    ...system,
    users: withAccounts(system, image.accounts),
    ...userFacts(isWindows(tag) ? UNKNOWN : user),
    ports: ports === undefined ? UNKNOWN : known(ports),
    workdir: image.workdir === undefined || isWindows(tag) ? UNKNOWN : known(image.workdir),
    ...(image.entrypointUser !== undefined && { entrypointUser: image.entrypointUser }),
    source: `Docker Official Image ${name}: https://hub.docker.com/_/${name}`,
  };
}

const ROOT = known('root');

function userFacts(user: Known<string>): Pick<ImageFacts, 'user' | 'isRoot'> {
  return { user, isRoot: user.state === 'known' ? known(user.value === 'root') : UNKNOWN };
}

function withAccounts(system: System, accounts: readonly string[] = []): System['users'] {
  return system.users.state === 'known' ? known([...system.users.value, ...accounts]) : UNKNOWN;
}

function isWindows(tag: string | undefined): boolean {
  if (tag === undefined) return false;
  const lower = lowerAscii(tag);
  return lower.includes('windows') || lower.includes('nanoserver');
}
