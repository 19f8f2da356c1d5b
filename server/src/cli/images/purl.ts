import { type ImageUse } from '../../service/inventory/model';

const hub = 'docker.io';

/**
 * The package URL of an image: of type `oci` where a digest names it, else of type `docker`. Absent where it is not known
 * which image that is.
 * @see https://github.com/package-url/purl-spec/tree/main/types
 */
export function purlOf({ repository, tag, digest }: ImageUse): string | undefined {
  if (repository === undefined) return undefined;
  const slash = repository.indexOf('/');
  const registry = repository.slice(0, slash);
  const path = repository.slice(slash + 1);
  if (digest !== undefined) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const tagged = tag === undefined ? '' : `&tag=${encodeURIComponent(tag)}`;
    return `pkg:oci/${name}@${encodeURIComponent(digest)}?repository_url=${repository}${tagged}`;
  }
  const name = registry === hub ? path.replace(/^library\//, '') : path;
  const version = tag === undefined ? '' : `@${encodeURIComponent(tag)}`;
  return `pkg:docker/${name}${version}${registry === hub ? '' : `?repository_url=${registry}`}`;
}
