import { HintedPattern } from '../text/hinted-pattern';
import { originalRepository } from './bases';
import { alpine, debian, productsOf, ubuntu, type Product, type ReleaseLine } from './end-of-life';
import { keptWith } from './kept';
import { type ImageReference } from './reference';

/** A release line below an image that gets no more security fixes. */
export interface EndedLine {
  readonly product: Product;
  readonly line: string;
  /** Its last day with security fixes, as `2026-01-31`. */
  readonly end: string;
  /** Whether the image is the product, rather than one that stands on it. */
  readonly own: boolean;
  /** What to name instead, by a tag that is certain to exist. */
  readonly proposal?: Proposal | undefined;
}

export interface Proposal {
  /** Another repository; absent where it is the same. */
  readonly repository?: string | undefined;
  readonly tag: string;
}

/**
 * The first release line of an image that has ended before `today` (`2026-01-31`): its own, else that of the distribution
 * that its tag names. Absent where none has, and where nothing is known of it.
 */
export const endedLine = keptWith((reference, today: string): EndedLine | undefined => {
  const repository = originalRepository(reference.repository);
  // The names of some repositories say enough: `gcr.io/distroless/base-debian10`.
  const words = reference.tag?.toLowerCase().split('-') ?? [];
  const products = productsOf(repository);
  for (const product of products) {
    const line = lineOf(product, words[0] ?? '');
    if (line?.end === undefined || line.end >= today || isPreview(words)) continue;
    const proposal = repository === reference.repository ? nextLine(product, line, words, today) : undefined;
    return { product, line: line.line, end: line.end, own: true, proposal };
  }
  return endedSystem(repository, words, today);
});

/** A release line with the last day on which it gets security fixes. */
export type DatedLine = Pick<EndedLine, 'product' | 'line' | 'end'>;

/** The release line that an image itself is of, ended or not; absent where nothing is known of it, or no day of its end. */
export function ownLine({ repository, tag = '' }: ImageReference): DatedLine | undefined {
  const words = tag.toLowerCase().split('-');
  if (isPreview(words)) return undefined;
  for (const product of productsOf(originalRepository(repository))) {
    const line = lineOf(product, words[0] ?? '');
    if (line?.end !== undefined) return { product, line: line.line, end: line.end };
  }
  return undefined;
}

const previews = new Set(['ea', 'rc', 'alpha', 'beta', 'preview']);
const numberedPreviews = new HintedPattern(/^(?:rc|alpha|beta)\d+$/, 'rc', 'alpha', 'beta');

function isPreview(words: readonly string[]): boolean {
  return words.some((word) => previews.has(word) || numberedPreviews.test(word));
}

/** The line that the first word of a tag belongs to: by a name, by `3.8`, by `16`, or as the last of a closed major one. */
function lineOf({ lines }: Product, word: string): ReleaseLine | undefined {
  const named = lines().find(({ names }) => names.includes(word));
  if (named !== undefined) return named;
  const version = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?=$|[._u+a-z])/.exec(word);
  if (version === null) return undefined;
  const [, major = '', minor] = version;
  const exact = lines().find(({ line }) => line === (minor === undefined ? major : `${major}.${minor}`));
  const byMajor = exact ?? lines().find(({ line }) => line === major);
  if (byMajor !== undefined || minor !== undefined) return byMajor;
  const newest = lines().at(-1)?.line.split('.')[0];
  return newest === major ? undefined : lines().findLast(({ line }) => line.startsWith(`${major}.`));
}

/** The nearest lasting line that is supported, in the tag's own shape. */
function nextLine(
  product: Product,
  ended: ReleaseLine,
  words: readonly string[],
  today: string,
): Proposal | undefined {
  const { repository, product: successor } = product.successor ?? { product };
  const isSame = successor === product;
  const from = isSame ? successor.lines().indexOf(ended) + 1 : 0;
  const next = successor
    .lines()
    .slice(from)
    .find(
      (line) => isSupported(successor, line, today) && (isSame || Number(line.line) >= Number(ended.line)),
    );
  if (next === undefined) return undefined;
  const [first = '', ...others] = words;
  const isNamed = ended.names.includes(first);
  const name = isNamed ? next.names[0] : next.line;
  const rest = restOf(product, others);
  if (name === undefined || rest === undefined) return undefined;
  return { repository, tag: [name, ...rest].join('-') };
}

/** A line without a date is supported for certain only where no newer one was known. */
function isSupported({ lines }: Product, line: ReleaseLine, today: string): boolean {
  if (!line.lasting) return false;
  return line.end === undefined ? line === lines().at(-1) : line.end >= today;
}

/**
 * What of a tag's other words holds for every line: distributions are left to the image's usual one. Absent where a word
 * is not understood.
 */
function restOf({ words, optional = [] }: Product, others: readonly string[]): readonly string[] | undefined {
  const kept: string[] = [];
  for (const word of others) {
    if (words.includes(word)) kept.push(word);
    else if (/^alpine\d/.test(word) && words.includes('alpine')) kept.push('alpine');
    else if (!optional.includes(word) && !isRelease(word)) return undefined;
  }
  return kept;
}

/** A release of Debian or Ubuntu, or the day of a build. */
function isRelease(word: string): boolean {
  return (
    /^20\d{6}(?:\.\d+)?$/.test(word) ||
    byName(debian, word) !== undefined ||
    byName(ubuntu, word) !== undefined
  );
}

function byName({ lines }: Product, word: string): ReleaseLine | undefined {
  return lines().find(({ names }) => names.includes(word));
}

/** The distribution that a tag names, where it has ended: `3.12-slim-buster`, `20-alpine3.16`, `base-ubuntu18.04`. */
function endedSystem(repository: string, words: readonly string[], today: string): EndedLine | undefined {
  for (const word of words) {
    const system = systemIn(repository, word);
    if (system?.line.end === undefined || system.line.end >= today) continue;
    const { product, line } = system;
    const proposal = withoutSystem(repository, words, today);
    return { product, line: line.line, end: system.line.end, own: false, proposal };
  }
  const distroless = distrolessDebian.exec(repository);
  const line = distroless === null ? undefined : lineOf(debian, distroless[1] ?? '');
  if (line?.end === undefined || line.end >= today) return undefined;
  return { product: debian, line: line.line, end: line.end, own: false };
}

const distrolessDebian = new HintedPattern(/^gcr\.io\/distroless\/.*-debian(\d+)$/, 'distroless');

const systems = [
  ['alpine', alpine],
  ['debian', debian],
  ['ubuntu', ubuntu],
] as const;

/** Repositories whose tags call a distribution by the name of its release. */
const namedSystems = ['docker.io/library/', 'mcr.microsoft.com/dotnet/'];

function systemIn(
  repository: string,
  word: string,
): { readonly product: Product; readonly line: ReleaseLine } | undefined {
  const isKnown = namedSystems.some((folder) => repository.startsWith(folder));
  for (const [key, product] of systems) {
    const release = word.startsWith(key) ? word.slice(key.length) : '';
    const line = /^\d/.test(release) ? lineOf(product, release) : isKnown ? byName(product, word) : undefined;
    if (line !== undefined) return { product, line };
  }
  return undefined;
}

/** The same tag on the image's usual distribution. */
function withoutSystem(repository: string, words: readonly string[], today: string): Proposal | undefined {
  const [first = '', ...others] = words;
  for (const product of productsOf(repository)) {
    const line = lineOf(product, first);
    const rest = line && isSupported(product, line, today) ? restOf(product, others) : undefined;
    if (rest !== undefined) return { tag: [first, ...rest].join('-') };
  }
  return undefined;
}
