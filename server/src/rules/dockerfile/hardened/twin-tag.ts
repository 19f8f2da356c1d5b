import { switchImages } from '../../../dockerfile/image-switch/switch-images';
import { type Base, type Dockerfile } from '../../../dockerfile/model';
import { devTwin, runtimeTwin, type NoTwin, type Twin } from '../../../image/catalog/twins';
import { type Edit } from '../../../text/edit';
import { type Span } from '../../../text/span';

/** The tag of a base image as it stands in the document; the whole reference where a variable holds it. */
export function tagSpanOf({ image, text, span }: Base): Span {
  const tag = image?.tagSpan;
  if (image === undefined || tag === undefined || image.text !== text) return span;
  return { start: span.start + tag.start, end: span.start + tag.end };
}

/**
 * Gives a base image another tag, where an ARG holds it by that; absent where that cannot be done, or a digest holds the
 * image anyway.
 */
export function retag(
  dockerfile: Dockerfile,
  { image, span }: Base,
  tag: string | undefined,
): readonly Edit[] | undefined {
  if (tag === undefined || image?.tag === undefined || image.digest !== undefined) return undefined;
  return switchImages(dockerfile, [{ span, from: image.text, to: `${image.name}:${tag}` }]);
}

/** The runtime tag for a hardened image whose tag is a build variant; absent where there is none for certain. */
export function runtimeTwinOf(base: Base): Twin | undefined {
  return certain(base, runtimeTwin);
}

/** The build tag for a hardened image whose tag is a runtime variant; absent where there is none for certain. */
export function devTwinOf(base: Base): Twin | undefined {
  return certain(base, devTwin);
}

function certain(
  { facts, image }: Base,
  twin: (repository: string, tag: string) => Twin | NoTwin | undefined,
): Twin | undefined {
  if (facts.hardened === undefined || image?.tag === undefined) return undefined;
  const found = twin(facts.hardened.repository, image.tag);
  return found !== undefined && 'tag' in found ? found : undefined;
}
