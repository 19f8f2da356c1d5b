import { type CatalogImage, type CatalogTag } from '../catalog/model';
import { compareVersions } from '../catalog/version-order';

/** The tags of a repository with one tail and one distribution. */
export interface Shelf {
  readonly system: string;
  /** Version → the tag that names the release of the distribution, where there is one: `3.12-debian13`. */
  readonly tags: ReadonlyMap<string, CatalogTag>;
}

const shelvesOfImage = new WeakMap<CatalogImage, Map<string, readonly Shelf[]>>();

/** The newest release of a distribution first. A tail that ends with `-dev` holds build variants alone. */
export function shelvesOf(image: CatalogImage, tail: string): readonly Shelf[] {
  let shelves = shelvesOfImage.get(image);
  if (shelves === undefined) shelvesOfImage.set(image, (shelves = new Map<string, readonly Shelf[]>()));
  const before = shelves.get(tail);
  if (before !== undefined) return before;
  const now = readShelves(image, tail);
  shelves.set(tail, now);
  return now;
}

function readShelves(image: CatalogImage, tail: string): readonly Shelf[] {
  const systems = new Map<string, Map<string, CatalogTag>>();
  for (const tag of image.tags.values()) {
    if (tag.tail !== tail || (tail.endsWith('-dev') && tag.facts.variant !== 'dev')) continue;
    let tags = systems.get(tag.system);
    if (tags === undefined) systems.set(tag.system, (tags = new Map<string, CatalogTag>()));
    const other = tags.get(tag.version);
    if (other === undefined || other.suffix.length < tag.suffix.length) tags.set(tag.version, tag);
  }
  return [...systems]
    .map(([system, tags]) => ({ system, tags }))
    .sort((one, other) => compareVersions(other.system, one.system));
}

/**
 * Shelves in the order in which they are looked through. Within a group the version counts first, then the release of
 * the distribution; only where a group has nothing comes the next one, and another distribution comes last.
 */
export function inGroups(
  shelves: readonly Shelf[],
  wanted: readonly string[],
): readonly (readonly Shelf[])[] {
  const [first = ''] = wanted;
  const exact = wanted.length > 1 && isRelease(first) ? shelves.filter(({ system }) => system === first) : [];
  const fitting = shelves.filter(
    (shelf) => !exact.includes(shelf) && wanted.some((pattern) => fits(shelf.system, pattern)),
  );
  const others = shelves.filter((shelf) => !exact.includes(shelf) && !fitting.includes(shelf));
  const [debian, alpine] = [family(fitting, 'debian'), family(fitting, 'alpine')];
  const inOrder = first.startsWith('alpine') ? [alpine, debian] : [debian, alpine];
  return [exact, ...inOrder, family(others, 'debian'), family(others, 'alpine')].filter(
    (group) => group.length > 0,
  );
}

function family(shelves: readonly Shelf[], name: string): readonly Shelf[] {
  return shelves.filter(({ system }) => system.startsWith(name));
}

function isRelease(pattern: string): boolean {
  return /\d$/.test(pattern);
}

function fits(system: string, pattern: string): boolean {
  return isRelease(pattern) ? system === pattern : system.startsWith(pattern.replace('*', ''));
}
