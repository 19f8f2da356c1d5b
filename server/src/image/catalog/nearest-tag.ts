import { closest } from '../../text/nearest';
import { tagWords } from '../tag-words';
import { catalogNames } from './catalog';
import { likeTags } from './like-tags';
import { type CatalogImage, type CatalogTag } from './model';
import { splitVersion } from './release-lines';
import { isBuildTag, isFullName, tagsInOrder } from './tags';

/** The repository whose name was probably meant; absent where no name is near enough. */
export function nearestRepository(name: string): string | undefined {
  return closest(name, catalogNames());
}

/**
 * The listed tag that comes nearest to one that is not listed: of the same shape, and within its release line if there is
 * one; else the newest. Words that the repository does not know are taken for misspelt, or left out. Absent only where
 * the repository has no tags.
 */
export function nearestTag(image: CatalogImage, tag: string): CatalogTag | undefined {
  const listed = image.tags.get(tag);
  if (listed !== undefined) return listed;
  const [version, words] = knownWords(image, tagWords(tag));
  const isDev = version === 'dev' || words.includes('dev');
  const inOrder = tagsInOrder(image, isDev ? 'dev' : 'runtime');
  const alike = shapes(words).map((shape) => new Set(likeTags(image, [version, ...shape].join('-'))));
  const candidates = alike.find(({ size }) => size > 0);
  const wanted = {
    parts: partsOf(version),
    suffix: words.filter(isSystem).map((word) => `-${word}`)[0] ?? '',
  };
  if (candidates !== undefined)
    return closestTo(
      wanted,
      inOrder.filter((each) => candidates.has(each)),
    );
  const variant = inOrder.filter((each) => isBuildTag(each) === isDev && isFullName(each));
  return closestTo(wanted, variant.length > 0 ? variant : inOrder);
}

/** Whole; then as a build tag, as there is no other JDK; then without its flavour; then without its distribution. */
function shapes(words: readonly string[]): readonly (readonly string[])[] {
  const dev = words.filter((word) => word === 'dev');
  return [words, [...words, 'dev'], [...words.filter(isSystem), ...dev], dev];
}

/** What upstream calls the distributions. */
const SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['trixie', 'debian13'],
  ['bookworm', 'debian12'],
]);

/** The version, and those of the other words that the repository's tags have, corrected where they are misspelt. */
function knownWords(
  image: CatalogImage,
  [first = '', ...others]: readonly string[],
): readonly [version: string, words: readonly string[]] {
  const vocabulary = new Set([...image.tags.keys()].flatMap((tag) => tagWords(tag).slice(1)));
  const words = others.flatMap((word) => {
    const name = SYSTEMS.get(word) ?? word;
    // Another release of a distribution is no slip of the pen; likeTags finds the one that is there.
    if (vocabulary.has(name) || isSystem(name)) return [name];
    return closest(name, [...vocabulary]) ?? [];
  });
  const names = [...image.tags.values()]
    .map(({ version }) => version)
    .filter((version) => /^[a-z]+$/.test(version));
  return [/\d/.test(first) ? first : (closest(first, names) ?? first), words];
}

interface Wanted {
  readonly parts: readonly string[];
  readonly suffix: string;
}

/** The first of those that share most with a version; the first of all where it is no number. */
function closestTo({ parts, suffix }: Wanted, inOrder: readonly CatalogTag[]): CatalogTag | undefined {
  const isNumber = parts.some((part) => /\d/.test(part));
  const shared = (tag: CatalogTag): number => {
    const end = partsOf(tag.version).findIndex((part, at) => part !== parts[at]);
    return end < 0 ? partsOf(tag.version).length : end;
  };
  const apart = (tag: CatalogTag): number => Math.abs(partsOf(tag.version).length - parts.length);
  return [...inOrder].sort(
    (one, other) =>
      (isNumber ? shared(other) - shared(one) || apart(one) - apart(other) : 0) ||
      Number(one.suffix !== suffix) - Number(other.suffix !== suffix),
  )[0];
}

function partsOf(version: string): readonly string[] {
  return splitVersion(version.replace(/^v/, ''))[0].split('.');
}

function isSystem(word: string): boolean {
  return /^(?:alpine|debian)[\d.]*$/.test(word);
}
