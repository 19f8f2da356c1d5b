import { type ImageSettings } from './facts';
import { type ImageReference } from './reference';

/** Whether an image is a Docker Hardened Image: from `dhi.io`, a repository named `dhi-…`, or a mirror of the settings. */
export function isHardened(reference: ImageReference, settings: ImageSettings = {}): boolean {
  return hardenedRepository(reference, settings) !== undefined;
}

/**
 * The image's name in the catalogue: `python` for `dhi.io/python` and for `registry.example.com/team/dhi-python`.
 * Absent where the image is no hardened one.
 * @see https://docs.docker.com/dhi/how-to/mirror/
 */
export function hardenedRepository(
  reference: ImageReference,
  settings: ImageSettings = {},
): string | undefined {
  const { repository } = reference;
  if (repository.startsWith('dhi.io/')) return repository.slice('dhi.io/'.length);
  for (const mirror of settings.hardenedImageMirrors ?? []) {
    const name = nameUnder(mirror, reference);
    if (name !== undefined) return name;
  }
  const last = repository.lastIndexOf('/') + 1;
  if (!repository.startsWith('dhi-', last) || repository.startsWith('docker.io/library/')) return undefined;
  return repository.slice(last + 'dhi-'.length) || undefined;
}

/** A mirror may be written as the registry knows it or as people write it: `docker.io/acme` or `acme`. */
function nameUnder(mirror: string, reference: ImageReference): string | undefined {
  const trimmed = mirror.trim();
  if (trimmed === '') return undefined;
  const prefix = trimmed.endsWith('/') ? trimmed : `${trimmed}/`;
  for (const name of [reference.repository, reference.name]) {
    if (!name.startsWith(prefix)) continue;
    const rest = name.slice(prefix.length);
    if (rest !== '') return rest.replace(/^dhi-/, '');
  }
  return undefined;
}
