import { HintedPattern } from '../text/hinted-pattern';
import { known, UNKNOWN, valueOf, type Known } from '../text/known';
import { originalRepository } from './bases';
import { type ImageFacts } from './facts';
import { type ImageReference } from './reference';
import { tagVersion, tagWords } from './tag-words';

/** An interpreter that an image has. */
export interface Interpreter {
  /** Absolute folder of the program: `/usr/local/bin`. */
  readonly folder: string;
  /** Python: major and minor, `3.12`. Node: major, `22`. */
  readonly version: Known<string>;
}

/**
 * Every Python 3 of an image, the one that a plain `python3` finds first; empty where it is known to have none, unknown
 * where nobody described it.
 */
export function imagePythons(reference: ImageReference, facts: ImageFacts): Known<readonly Interpreter[]> {
  if (facts.hardened !== undefined) return hardenedPythons(reference, facts);
  const repository = originalRepository(reference.repository);
  const tag = reference.tag ?? (reference.digest === undefined ? 'latest' : undefined);
  for (const { repository: form, pythons } of PYTHONS) {
    const match = form.exec(repository);
    if (match !== null) return pythons(tag, match);
  }
  return UNKNOWN;
}

/** The Node of an image; unknown where it is not one of Node's images. */
export function imageNode(reference: ImageReference, { hardened, system }: ImageFacts): Known<Interpreter> {
  const { tag, repository } = reference;
  if (hardened !== undefined) {
    // https://github.com/docker-hardened-images/catalog/tree/main/image/node
    if (hardened.repository !== 'node' || tag === undefined) return UNKNOWN;
    const folder = valueOf(system) === 'debian13' ? '/usr/bin' : '/usr/local/bin';
    return known({ folder, version: majorOf(hardened.listed?.version ?? tag) });
  }
  const name = originalRepository(repository);
  if (name === 'docker.io/library/node')
    return known({ folder: '/usr/local/bin', version: tag === undefined ? UNKNOWN : majorOf(tag) });
  // https://github.com/GoogleContainerTools/distroless/blob/main/nodejs/README.md
  const major = distrolessNode.exec(name)?.[1];
  return major === undefined ? UNKNOWN : known({ folder: '/nodejs/bin', version: known(major) });
}

const distrolessNode = new HintedPattern(/^gcr\.io\/distroless\/nodejs(\d+)(?:-debian\d+)?$/, 'distroless');

const NONE = known<readonly Interpreter[]>([]);

function at(folder: string, version: string | undefined): Interpreter {
  return { folder, version: version === undefined ? UNKNOWN : known(version) };
}

/** Python of each Debian release: https://packages.debian.org/search?keywords=python3&exact=1 */
const DEBIAN_PYTHON: Readonly<Record<string, string>> = {
  trixie: '3.13',
  debian13: '3.13',
  bookworm: '3.11',
  debian12: '3.11',
  bullseye: '3.9',
  debian11: '3.9',
};

function debianPython(words: readonly string[]): Interpreter {
  return at(
    '/usr/bin',
    words.map((word) => DEBIAN_PYTHON[word]).find((version) => version !== undefined),
  );
}

/** The version that the package `python3` of an image's distribution has. */
export function packagedPython({ tag, repository }: ImageReference, { system }: ImageFacts): Known<string> {
  const words = [
    ...(system.state === 'known' ? [system.value] : []),
    ...(tag === undefined ? [] : tagWords(tag)),
  ];
  const release = tag === undefined ? undefined : /^\d+/.exec(tag)?.[0];
  const isDebian = originalRepository(repository) === 'docker.io/library/debian';
  return debianPython(isDebian && release !== undefined ? [...words, `debian${release}`] : words).version;
}

/** https://github.com/docker-library/python: built into /usr/local; the large images have Debian's own beside it. */
function officialPython(tag: string | undefined): Known<readonly Interpreter[]> {
  if (tag === undefined) return known([at('/usr/local/bin', undefined)]);
  const words = tagWords(tag);
  if (words.some((word) => word.includes('windows') || word.includes('nanoserver'))) return UNKNOWN;
  const own = at('/usr/local/bin', minorOf(tag));
  const isSmall = words.some((word) => word === 'slim' || word.startsWith('alpine'));
  return known(isSmall ? [own] : [own, debianPython(words)]);
}

/** https://docs.astral.sh/uv/guides/integration/docker/#available-images */
function uvPythons(tag: string | undefined): Known<readonly Interpreter[]> {
  if (tag === undefined) return UNKNOWN;
  const words = tagWords(tag).filter((word) => !/^(?:latest|\d+(?:\.\d+){0,2})$/.test(word));
  const python = words.map((word) => /^python(3\.\d+)$/.exec(word)?.[1]).find((each) => each !== undefined);
  if (python !== undefined) {
    const own = at('/usr/local/bin', python);
    const isSmall = words.some((word) => word === 'slim' || word.startsWith('alpine'));
    return known(isSmall ? [own] : [own, debianPython(words)]);
  }
  if (words.length === 0 || words.includes('slim')) return NONE;
  const [system = ''] = words;
  if (words.length > 1) return UNKNOWN;
  if (system.startsWith('alpine')) return NONE;
  // buildpack-deps, which has Debian's Python.
  return /^(?:debian|trixie|bookworm)$/.test(system) ? known([debianPython(words)]) : UNKNOWN;
}

interface PythonImages {
  readonly repository: HintedPattern;
  readonly pythons: (tag: string | undefined, match: RegExpExecArray) => Known<readonly Interpreter[]>;
}

const PYTHONS: readonly PythonImages[] = [
  { repository: new HintedPattern(/^docker\.io\/library\/python$/, 'python'), pythons: officialPython },
  {
    repository: new HintedPattern(/^(?:ghcr\.io\/astral-sh|docker\.io\/astral)\/uv$/, '/uv'),
    pythons: uvPythons,
  },
  // None of them has one: https://hub.docker.com/_/debian, _/ubuntu, _/alpine, _/busybox
  {
    repository: new HintedPattern(
      /^docker\.io\/library\/(?:debian|ubuntu|alpine|busybox|scratch)$/,
      'docker.io/library/',
    ),
    pythons: () => NONE,
  },
  {
    repository: new HintedPattern(/^gcr\.io\/distroless\/python3(?:-(debian\d+))?$/, 'distroless'),
    // https://github.com/GoogleContainerTools/distroless/blob/main/python3/README.md
    pythons: (_tag, match) => known([debianPython([match[1] ?? ''])]),
  },
  {
    repository: new HintedPattern(
      /^gcr\.io\/distroless\/(?:static|base|base-nossl|cc)(?:-debian\d+)?$/,
      'distroless',
    ),
    pythons: () => NONE,
  },
  // https://images.chainguard.dev/directory/image/python/overview
  {
    repository: new HintedPattern(/^cgr\.dev\/[^/]+\/python$/, 'cgr.dev'),
    pythons: () => known([at('/usr/bin', undefined)]),
  },
];

/** Hardened images that have no Python; of the others it is not certain. */
const HARDENED_WITHOUT = new Set(['uv', 'static', 'busybox', 'alpine-base', 'debian-base']);

/**
 * Hardened images have one Python, at `/usr/bin` or, on older distributions, at `/opt/python/bin`.
 * @see https://github.com/docker-hardened-images/catalog/tree/main/image/python
 */
function hardenedPythons(
  reference: ImageReference,
  { hardened, system }: ImageFacts,
): Known<readonly Interpreter[]> {
  if (hardened === undefined) return UNKNOWN;
  if (HARDENED_WITHOUT.has(hardened.repository)) return NONE;
  const { tag } = reference;
  if (hardened.repository !== 'python' || tag === undefined) return UNKNOWN;
  const folder = HARDENED_PYTHON[valueOf(system) ?? ''];
  return folder === undefined ? UNKNOWN : known([at(folder, minorOf(hardened.listed?.version ?? tag))]);
}

const HARDENED_PYTHON: Readonly<Record<string, string>> = {
  debian13: '/usr/bin',
  'alpine3.23': '/usr/bin',
  'alpine3.24': '/usr/bin',
  debian12: '/opt/python/bin',
  'alpine3.22': '/opt/python/bin',
};

function minorOf(tag: string): string | undefined {
  const version = tagVersion(tag);
  return version?.minor === undefined ? undefined : `${version.major}.${version.minor}`;
}

function majorOf(tag: string): Known<string> {
  const major = tagVersion(tag)?.major;
  return major === undefined ? UNKNOWN : known(String(major));
}
