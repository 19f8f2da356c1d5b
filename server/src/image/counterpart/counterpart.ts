import { originalRepository } from '../bases';
import { catalogImage } from '../catalog/catalog';
import { type ImageReference } from '../reference';
import { choose } from './choice';
import { knownImage, type UpstreamImage } from './known-images';
import { type Counterpart, type NoCounterpart, type Role } from './model';
import { wishForDocker, wishForStatic } from './own-ways';
import { type NoneRow } from './rows';
import { wishOf } from './upstream-tag';
import { type Refusal, type Wish } from './wish';

/**
 * The hardened image that can take the place of another one. Absent where the image is not known, is a hardened one
 * already, or is named by its digest alone. Never throws; every tag it gives is listed in the catalogue.
 *
 * Which repository replaces which image is a reading of names and home pages; the catalogue does not state it.
 */
export function counterpartOf(
  reference: ImageReference,
  role: Role,
): Counterpart | NoCounterpart | undefined {
  if (reference.tag === undefined && reference.digest !== undefined) return undefined;
  const known = knownImage(nameOf(reference));
  if (known === undefined) return undefined;
  if (isNone(known))
    return {
      reason: 'no-counterpart',
      finalInstead: [],
      ...(known.nearest !== undefined && { nearest: known.nearest }),
    };
  const finalInstead = known.row.final ?? [];
  const asked = asking(known, reference.tag ?? 'latest', role);
  if ('reason' in asked) return { reason: asked.reason, finalInstead };
  const image = catalogImage(asked.repository);
  if (image === undefined) return undefined;
  const choice = choose(image, asked.wish);
  if ('reason' in choice) return { reason: choice.reason, finalInstead };
  const { tag } = choice;
  return {
    repository: image.name,
    tag: tag.tag,
    reference: `dhi.io/${image.name}:${tag.tag}`,
    system: tag.system,
    listed: tag,
    changes: choice.changes,
    finalInstead,
  };
}

/** `FROM scratch` is no image of Docker Hub. */
function nameOf({ repository }: ImageReference): string {
  return repository === 'docker.io/library/scratch' ? 'scratch' : originalRepository(repository);
}

function isNone(known: UpstreamImage | NoneRow): known is NoneRow {
  return 'none' in known;
}

function asking(
  image: UpstreamImage,
  tag: string,
  role: Role,
): { readonly repository: string; readonly wish: Wish } | Refusal {
  if (image.row.docker === true) return wishForDocker(tag, role);
  const wish =
    image.row.distroless === undefined ? wishOf(image, tag, role) : wishForStatic(image, tag, role);
  return 'reason' in wish ? wish : { repository: image.row.to, wish };
}
