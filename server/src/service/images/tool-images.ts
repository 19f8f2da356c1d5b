import { catalogImage } from '../../image/catalog/catalog';
import { type CatalogTag } from '../../image/catalog/model';
import { isBuildTag, isFullName, newestTags, tagsInOrder } from '../../image/catalog/tags';
import { type ImageFacts, type Variant } from '../../image/facts';
import { namesOfHardened } from '../../image/mirrored-name';
import { type ImageReference } from '../../image/reference';
import { valueOf } from '../../text/known';

/** Images that commands run beside those of the file, best first. */
export interface ToolImages {
  /** The build variant alone has oscap-docker, and a shell. */
  readonly openscap: readonly string[];
  readonly buildkit: readonly string[];
  /** All of them start uv. */
  readonly uv: readonly string[];
}

/** Where hardened images are had from. */
export interface Sources {
  /** Images that the file names. */
  readonly seen: readonly ImageReference[];
  /** Prefixes that stand for `dhi.io/`. */
  readonly mirrors: readonly string[];
}

/** Linked statically, so that it runs in whatever image it is mounted into. */
export const staticShell = 'busybox:1.37-uclibc';

export function toolImages(sources: Sources): ToolImages {
  return {
    openscap: named('openscap', sources, pinned('openscap', 'dev')),
    buildkit: named('buildkit', sources, pinned('buildkit', 'runtime')),
    uv: named('uv', sources, pinned('uv', 'runtime')),
  };
}

/**
 * Images that bring a shell into another one by a mount, best first: those of its own C library, which is what they are
 * linked with, and one that needs none.
 */
export function debugShells({ libc, system }: ImageFacts, sources: Sources): readonly string[] {
  const library = valueOf(libc);
  const tags = pinned('busybox', 'runtime').filter(({ facts }) => facts.libc === library);
  const same = tags.filter((tag) => tag.system === valueOf(system));
  const [best] = same.length > 0 ? same : tags;
  return best === undefined ? [staticShell] : [...named('busybox', sources, [best]), staticShell];
}

/** Tags that stay within a minor version, the newest first. */
function pinned(repository: string, variant: Variant): readonly CatalogTag[] {
  const image = catalogImage(repository);
  if (image === undefined) return [];
  const tags = tagsInOrder(image, variant).filter(
    (tag) => isBuildTag(tag) === (variant === 'dev') && isFullName(tag) && /^\d+\.\d+$/.test(tag.version),
  );
  return tags.length > 0 ? tags : newestTags(image, variant);
}

function named(
  repository: string,
  { seen, mirrors }: Sources,
  tags: readonly CatalogTag[],
): readonly string[] {
  return namesOfHardened(repository, seen, mirrors).flatMap((name) =>
    tags.map(({ tag }) => `${name}:${tag}`),
  );
}
