import { catalogImage } from '../../../image/catalog/catalog';
import { type CatalogTag } from '../../../image/catalog/model';
import { compareVersions } from '../../../image/catalog/version-order';
import { type Variant } from '../../../image/facts';

/** Tags of one repository that can take a placeholder's place. */
export interface Wanted {
  readonly repository: string;
  readonly variant: Variant;
  readonly needsShell: boolean;
}

/** The newest release on each kind of distribution, Debian first; none where the catalogue has no such tag. */
export function newestTags({ repository, variant, needsShell }: Wanted): readonly string[] {
  const tags = [...(catalogImage(repository)?.tags.values() ?? [])].filter(
    (tag) =>
      tag.facts.variant === variant &&
      tag.suffix.endsWith(tag.system) &&
      /^v?\d+(?:\.\d+)*(?:-jdk)?$/.test(tag.version) &&
      (!needsShell || tag.facts.shells.length > 0),
  );
  return ['debian', 'alpine'].flatMap(
    (family) => newest(tags.filter(({ system }) => system.startsWith(family))) ?? [],
  );
}

/** Of the plainest flavour, on the newest distribution, by its release line: `3.14` and not `3.14.2`. */
function newest(tags: readonly CatalogTag[]): string | undefined {
  const plainest = Math.min(...tags.map(({ tail }) => tail.length));
  const [first] = tags
    .filter(({ tail }) => tail.length === plainest)
    .sort((a, b) => compareVersions(b.system, a.system) || compareVersions(b.version, a.version));
  if (first === undefined) return undefined;
  const line = /^v?\d+\.\d+(?=\.)/.exec(first.version)?.[0];
  const short = tags.find(
    ({ version, system, tail }) => version === line && system === first.system && tail === first.tail,
  );
  return (short ?? first).tag;
}
