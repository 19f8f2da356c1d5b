import { type ImageSettings } from '../facts';
import { hardenedRepository } from '../hardened-name';
import { type ImageReference } from '../reference';
import { catalogImage } from './catalog';

/**
 * The repository of a hardened image that has no tag of this name, as nearly none has `latest`: there is nothing to pull
 * then. Absent for other images, and where the catalogue lists the tag or does not know the repository.
 */
export function hardenedWithout(
  reference: ImageReference,
  tag: string,
  settings: ImageSettings,
): string | undefined {
  const repository = hardenedRepository(reference, settings);
  const image = repository === undefined ? undefined : catalogImage(repository);
  return image === undefined || image.tags.has(tag) ? undefined : repository;
}
