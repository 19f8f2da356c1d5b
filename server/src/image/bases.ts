import { known, UNKNOWN, type Known } from '../text/known';
import { type ImageFacts } from './facts';
import { NOTHING_KNOWN } from './nothing-known';
import { type ImageReference } from './reference';
import { officialPorts } from './official-ports';
import { OFFICIAL_IMAGES, type OfficialImage } from './official-images';
import { NO_SYSTEM, systemOf, type System } from './systems';
import { VENDOR_IMAGES } from './vendor-images';

/** Facts of a well-known image that is not hardened; absent where it is not in the tables. */
export function baseFacts(reference: ImageReference): ImageFacts | undefined {
  const repository = originalRepository(reference.repository);
  const tag = reference.tag ?? (reference.digest === undefined ? 'latest' : undefined);
  const prefix = 'docker.io/library/';
  const official = repository.startsWith(prefix)
    ? OFFICIAL_IMAGES.get(repository.slice(prefix.length))
    : undefined;
  if (official !== undefined) return officialFacts(repository.slice(prefix.length), official, tag);
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
  return repository
    .replace(/^public\.ecr\.aws\/docker\/library\//, 'docker.io/library/')
    .replace(/^mirror\.gcr\.io\/(?=[^/]+\/)/, 'docker.io/')
    .replace(/^mirror\.gcr\.io\/(?=[^/]+$)/, 'docker.io/library/');
}

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
  return tag !== undefined && /windows|nanoserver/i.test(tag);
}
