import { catalogImage } from '../../image/catalog/catalog';
import { type CatalogTag } from '../../image/catalog/model';
import { type ImageFacts } from '../../image/facts';

/** Day on which the release line of a hardened tag ends, where the catalogue says one. */
export function endOfLifeOf({ hardened }: ImageFacts): string | undefined {
  const listed = hardened?.listed;
  if (hardened === undefined || listed === undefined) return undefined;
  const lines = catalogImage(hardened.repository)?.endOfLife;
  // The longest line that the version belongs to: 3.12 before 3.
  for (let parts = listed.version.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
    const day = lines?.get(parts.join('.'));
    if (day !== undefined) return day;
  }
  return undefined;
}

/** Tags of the same version: the other variant, the other distributions and flavours. */
export function siblingTags({ hardened }: ImageFacts): readonly string[] {
  const listed = hardened?.listed;
  if (hardened === undefined || listed === undefined) return [];
  const all = [...(catalogImage(hardened.repository)?.tags.values() ?? [])];
  return all
    .filter((other) => other.version === listed.version && isFullName(other) && !isSame(other, listed))
    .map(({ tag }) => tag);
}

/** `3.12-debian13` and not its shorter names `3.12` and `3.12-debian`. */
function isFullName({ suffix, system }: CatalogTag): boolean {
  return suffix === `-${system}`;
}

function isSame(one: CatalogTag, other: CatalogTag): boolean {
  return one.system === other.system && one.tail === other.tail;
}
