import { originalRepository } from './bases';
import { catalogImage } from './catalog/catalog';
import { compareVersions } from './catalog/version-order';
import { type ImageReference } from './reference';

/**
 * Whether a reference names Docker's official image as its client: a `cli` tag, or one that has the engine too and does not
 * say so. The engine alone is in the tags with `dind`.
 * @see https://hub.docker.com/_/docker
 */
export function isDockerClient({ repository, tag }: ImageReference): boolean {
  if (!repository.endsWith('/docker') || originalRepository(repository) !== 'docker.io/library/docker')
    return false;
  return tag === undefined || /^(?:latest|cli|\d+(?:\.\d+)*-cli)(?:-alpine[\d.]*)?$/.test(tag);
}

/**
 * The hardened image that has the same client: of the same version, or of the newest major where the tag names none.
 * Absent where the catalogue has no such version.
 */
export function hardenedDockerClient(
  { tag }: ImageReference,
  variant: 'runtime' | 'dev',
): string | undefined {
  const tail = variant === 'dev' ? '-cli-dev' : '-cli';
  const tags = [...(catalogImage('docker')?.tags.values() ?? [])].filter(
    (each) => each.suffix === '' && each.tail === tail,
  );
  const version = /^\d+(?:\.\d+)*/.exec(tag ?? '')?.[0];
  const wanted =
    version === undefined
      ? tags
          .filter((each) => /^\d+$/.test(each.version))
          .sort((a, b) => compareVersions(b.version, a.version))[0]
      : tags.find((each) => each.version === version);
  return wanted && `dhi.io/docker:${wanted.tag}`;
}
