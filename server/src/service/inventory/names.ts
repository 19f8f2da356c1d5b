import { type ImageReference } from '../../image/reference';
import { type ImageUse } from './model';

/** Repository and tag, by which what one file builds is known to another: `docker.io/library/web:latest`. */
export function nameOfImage({
  repository,
  tag = 'latest',
}: Pick<ImageReference, 'repository' | 'tag'>): string {
  return `${repository}:${tag}`;
}

/** One spelling for an image that files may write in several ways; what is not known goes by what is written. */
export function keyOfUse({ repository, tag, digest, written }: ImageUse): string {
  if (repository === undefined) return written;
  return `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
