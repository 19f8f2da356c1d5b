import { type Compose, type Service } from '../../../compose/model';
import { type ScalarValue } from '../../../compose/value';
import { ModelMap } from '../../../dockerfile/model-map';
import { type ImageFacts, imageFacts } from '../../../image/facts';
import { type ImageReference, parseReference } from '../../../image/reference';
import { valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';
import { type Marked, markedTexts } from '../marked';

/** An image that a service pulls. */
export interface ServiceImage {
  readonly reference: ImageReference;
  readonly scalar: ScalarValue;
  /** Whether the reference stands in the file as it is, so that spans inside it lead to the document. */
  readonly verbatim: boolean;
}

const images = new ModelMap<Service, { readonly image: ServiceImage | undefined }>();

/** The image that the service runs, where its name is known and well-formed. */
export function serviceImage(service: Service): ServiceImage | undefined {
  let known = images.get(service);
  if (known === undefined) images.set(service, (known = { image: readImage(service) }));
  return known.image;
}

function readImage({ image }: Service): ServiceImage | undefined {
  const text = image && valueOf(image.resolved);
  if (image === undefined || text === undefined) return undefined;
  const parsed = parseReference(text);
  if (!('reference' in parsed)) return undefined;
  return {
    reference: parsed.reference,
    scalar: image,
    verbatim: image.textStart !== undefined && image.text === text,
  };
}

/** Where the tag alone stands; absent where it does not stand there as it is. */
export function tagSpan({ reference, scalar, verbatim }: ServiceImage): Span | undefined {
  const inside = reference.tagSpan;
  const start = scalar.textStart;
  if (!verbatim || inside === undefined || start === undefined) return undefined;
  return { start: start + inside.start, end: start + inside.end };
}

const pulled = new ModelMap<Compose, readonly Marked<ServiceImage>[]>();

/** The images that services pull from a registry: not what a service of the file builds under that name. */
export function pulledImages(compose: Compose): readonly Marked<ServiceImage>[] {
  let known = pulled.get(compose);
  if (known === undefined) pulled.set(compose, (known = findPulled(compose)));
  return known;
}

function findPulled(compose: Compose): readonly Marked<ServiceImage>[] {
  const built = new Set(
    compose.services.filter(({ build }) => build !== undefined).map(({ image }) => image?.text),
  );
  const find = (service: Service): readonly ServiceImage[] => {
    const policy = service.scalar('pull_policy')?.text;
    const image = serviceImage(service);
    const isLocal = policy === 'never' || policy === 'build' || built.has(image?.scalar.text);
    return image === undefined || isLocal ? [] : [image];
  };
  return markedTexts(compose, find, ({ scalar }) => scalar.span);
}

const factsOfServices = new ModelMap<Service, { readonly facts: ImageFacts | undefined }>();

/** Facts of the image that the service runs; absent where it builds its own, or the image is not known. */
export function serviceImageFacts(service: Service): ImageFacts | undefined {
  let known = factsOfServices.get(service);
  if (known === undefined) factsOfServices.set(service, (known = { facts: readFacts(service) }));
  return known.facts;
}

function readFacts(service: Service): ImageFacts | undefined {
  if (service.build !== undefined) return undefined;
  const image = serviceImage(service);
  const { hardenedImageMirrors } = service;
  return image && imageFacts(image.reference, { hardenedImageMirrors });
}
