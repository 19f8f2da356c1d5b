import { hasAnyOf } from '../text/has-any-of';
import { withoutSlashes } from '../text/without-slashes';
import { hardenedRepository } from './hardened-name';
import { type ImageReference } from './reference';

/**
 * Names of a hardened repository, best first: from the mirror that the file itself uses, from those of the settings, and from
 * `dhi.io`.
 * @param seen images that the file names.
 * @param mirrors prefixes that stand for `dhi.io/`. On Docker Hub a mirror's repositories are named `dhi-…`.
 * @see https://docs.docker.com/dhi/how-to/mirror/
 */
export function namesOfHardened(
  repository: string,
  seen: readonly ImageReference[],
  mirrors: readonly string[],
): readonly string[] {
  const prefixes = [
    ...seen.flatMap((image) => prefixOf(image, mirrors) ?? []),
    ...mirrors.flatMap((mirror) => prefixOfMirror(mirror) ?? []),
  ].filter((prefix) => prefix !== 'dhi.io/');
  return [...new Set([...prefixes, 'dhi.io/'])].map((prefix) => prefix + repository);
}

/** What stands before the repository in the name of a hardened image: `acme/dhi-` for `acme/dhi-python:3.13`. */
function prefixOf(image: ImageReference, mirrors: readonly string[]): string | undefined {
  const repository = hardenedRepository(image, { hardenedImageMirrors: mirrors });
  return repository !== undefined && image.name.endsWith(repository)
    ? image.name.slice(0, -repository.length)
    : undefined;
}

function prefixOfMirror(mirror: string): string | undefined {
  const trimmed = withoutSlashes(mirror.trim());
  if (trimmed === '') return undefined;
  const [first = ''] = trimmed.split('/');
  const isHub = first === 'docker.io' || !(hasAnyOf(first, '.:') || first === 'localhost');
  return isHub ? `${trimmed}/dhi-` : `${trimmed}/`;
}
