import { ABSENT, known, UNKNOWN, type Known } from '../text/known';
import { type ImageFacts, type ImageSettings, type Libc, type PackageManager, type Variant } from './facts';
import { hardenedRepository } from './hardened-name';
import { HARDENED_REPOSITORIES } from './hardened-repositories';
import { NOTHING_KNOWN } from './nothing-known';
import { type ImageReference } from './reference';
import { tagWords } from './tag-words';

/** Facts of a hardened image by the shape of its tag; absent where the image is none. */
export function hardenedFacts(reference: ImageReference, settings: ImageSettings): ImageFacts | undefined {
  const repository = hardenedRepository(reference, settings);
  if (repository === undefined) return undefined;
  const { tag } = reference;
  const variant = tag === undefined ? UNKNOWN : known(variantOf(repository, tag));
  return {
    ...NOTHING_KNOWN,
    ...(tag !== undefined && tagFacts(repository, tag)),
    hardened: { repository, variant, inferred: true },
    source: `Docker Hardened Image ${repository}, by the shape of its tag: https://docs.docker.com/dhi/`,
  };
}

type TagFacts = Partial<Omit<ImageFacts, 'source' | 'hardened'>>;

const SHELL = known('/bin/sh');
const AS_ROOT = { user: known('root'), isRoot: known(true) };

/** Images that are for building alone: their tags have no `-dev`. */
const ONLY_DEV = new Set(['build', 'sbx-templates']);

function variantOf(repository: string, tag: string): Variant {
  return ONLY_DEV.has(repository) || tagWords(tag).includes('dev') ? 'dev' : 'runtime';
}

function tagFacts(repository: string, tag: string): TagFacts {
  const libc = libcOf(repository, tag);
  if (variantOf(repository, tag) === 'dev') {
    const packageManager = devPackageManager(repository, tag);
    if (repository === 'sbx-templates') return { libc, shell: SHELL, packageManager };
    return { ...AS_ROOT, libc, shell: SHELL, packageManager };
  }
  // A .NET SDK is called runtime but is what others call dev.
  if (repository === 'dotnet' && tagWords(tag).includes('sdk'))
    return {
      ...AS_ROOT,
      libc,
      shell: SHELL,
      packageManager: devPackageManager(repository, tag),
      workdir: known('/app'),
    };
  return { ...runtimeFacts(repository, tag), libc };
}

function runtimeFacts(repository: string, tag: string): TagFacts {
  const image = HARDENED_REPOSITORIES.get(repository);
  if (image === undefined) return {};
  if (!tagWords(tag).every((word) => PLAIN_WORD.test(word) || image.words?.includes(word) === true))
    return {};
  const hasShell = image.shell[distributionOf(repository, tag)];
  return {
    user: known(image.user),
    isRoot: known(image.user === 'root'),
    users: known(image.users),
    shell: hasShell ? SHELL : ABSENT,
    // debian-base has apt in its bookworm tags.
    packageManager: repository === 'debian-base' ? UNKNOWN : known('none'),
    ...(image.workdir !== undefined && { workdir: known(image.workdir) }),
  };
}

/** A version, a distribution, or a word that changes the libc alone. Others (`compat`, `fips`) may change anything. */
const PLAIN_WORD =
  /^(?:v?\d[\w.+]*|alpine[\d.]*|debian\d*|bookworm|trixie|glibc|musl|latest|stable|mainline|lts)$/;

/** A tag that names no distribution is Debian's: so it is throughout the catalogue, but for the image named alpine-base. */
function distributionOf(repository: string, tag: string): 'alpine' | 'debian' {
  const isAlpine = repository === 'alpine-base' || tagWords(tag).some((word) => word.startsWith('alpine'));
  return isAlpine ? 'alpine' : 'debian';
}

/** -dev images without one: https://github.com/docker-hardened-images/catalog */
const NO_APT = new Set(['gradle', 'azure-service-operator', 'kyverno-cli', 'shellcheck']);

function devPackageManager(repository: string, tag: string): Known<PackageManager> {
  if (distributionOf(repository, tag) === 'alpine') return known('apk');
  return known(NO_APT.has(repository) ? 'none' : 'apt');
}

function libcOf(repository: string, tag: string): Known<Libc> {
  const words = tagWords(tag);
  if (words.includes('musl')) return known('musl');
  if (words.includes('glibc')) return known('glibc');
  if (repository === 'static') return known('none');
  return known(distributionOf(repository, tag) === 'alpine' ? 'musl' : 'glibc');
}
