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
  const flavour = others.filter((word) => !isSystem(word)).sort();
  if (!isVersion(version)) return [];
  const alike = [...image.tags.values()].filter(
    (each) => isVersion(tagWords(each.tag)[0] ?? '') && same(flavourOf(each), flavour),
  );
  if (system === undefined) {
    const plain = alike.filter(({ suffix }) => suffix === '');
    return plain.length > 0 ? plain : alike;
  }
  const exact = alike.filter((each) => each.system === system);
  return exact.length > 0 ? exact : alike.filter((each) => familyOf(each.system) === familyOf(system));
}

function flavourOf({ tag }: CatalogTag): readonly string[] {
  return tagWords(tag)
    .slice(1)
    .filter((word) => !isSystem(word))
    .sort();
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

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}
