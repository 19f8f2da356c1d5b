import { tagWords } from '../tag-words';
import { type CatalogImage, type CatalogTag } from './model';

/**
 * The tags of the same shape as one that today's definitions do not list: an older patch release, a FIPS variant. They
 * have its flavour, its distribution and every other word of it; only the version may be another. None where a word of
 * the tag means nothing in this repository.
 */
export function likeTags(image: CatalogImage, tag: string): readonly CatalogTag[] {
  const words = tagWords(tag).filter((word) => word !== 'fips');
  const [version = '', ...others] = words;
  const system = others.find(isSystem);
  if (!isVersion(version)) return [];
  const flavour = flavourOf(others);
  const alike = [...image.tags.values()].filter((each) => shapeOf(each) === flavour);
  if (system === undefined) {
    const plain = alike.filter(({ suffix }) => suffix === '');
    return plain.length > 0 ? plain : alike;
  }
  const exact = alike.filter((each) => each.system === system);
  return exact.length > 0 ? exact : alike.filter((each) => familyOf(each.system) === familyOf(system));
}

const shapes = new WeakMap<CatalogTag, string>();

/** Flavour of a tag that begins with a version; of any other something that no flavour is. */
function shapeOf(tag: CatalogTag): string {
  const before = shapes.get(tag);
  if (before !== undefined) return before;
  const [version = '', ...others] = tagWords(tag.tag);
  const shape = isVersion(version) ? flavourOf(others) : 'no version';
  shapes.set(tag, shape);
  return shape;
}

/** The words that are no distribution, in whatever order they stand. */
function flavourOf(words: readonly string[]): string {
  return words
    .filter((word) => !isSystem(word))
    .sort()
    .join('-');
}

function isSystem(word: string): boolean {
  return /^(?:alpine[\d.]*|debian\d*)$/.test(word);
}

/** `3.12`, `v1.2.3`, `pg17`, and the moving names that no definition lists. */
function isVersion(word: string): boolean {
  return /^(?:[a-z]{0,2}\d[\w.+]*|latest|stable|lts|mainline)$/.test(word);
}

function familyOf(system: string): string {
  return system.replace(/[\d.]+$/, '');
}
