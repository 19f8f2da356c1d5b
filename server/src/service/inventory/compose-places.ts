import { type Compose, type Service } from '../../compose/model';
import { type ScalarValue } from '../../compose/value';
import { parseDockerfile } from '../../dockerfile/parse';
import { parseReference, type ImageReference } from '../../image/reference';
import { type Known, valueOf } from '../../text/known';
import { type Span } from '../../text/span';
import { dockerfilePlaces } from './dockerfile-places';
import { type ImagePlace, type PlacesAndResults } from './model';

const imageContext = 'docker-image://';

/**
 * Every image that a Compose file names, and what it builds. What stands in another file of its project is left to that file.
 * @param views the document as each of its projects sees it.
 */
export function composePlaces(views: readonly Compose[]): PlacesAndResults {
  const places = new Map<string, ImagePlace>();
  const built: ImageReference[] = [];
  for (const view of views)
    for (const service of view.services) {
      const result = service.build === undefined ? undefined : service.image;
      const name = result && referenceIn(result.resolved);
      if (typeof name === 'object') built.push(name);
      for (const place of [...imageOf(service), ...buildImages(service), ...volumesOf(service)]) {
        if (!view.isOwn(place.span)) continue;
        const { kind, span, image } = place;
        const key = `${kind} ${span.start} ${typeof image === 'object' ? image.text : place.written}`;
        // Services that share an anchor share the place.
        if (!places.has(key)) places.set(key, place);
      }
    }
  return { places: [...places.values()], built };
}

function imageOf({ name, image, build }: Service): readonly ImagePlace[] {
  if (image === undefined || build !== undefined) return [];
  return [
    {
      kind: 'service',
      role: 'ships',
      owner: name,
      written: image.text,
      span: textSpan(image),
      image: referenceIn(image.resolved),
    },
  ];
}

/** What a build is handed by name, and what stands in a Dockerfile inside the Compose file. */
function buildImages({ name, build, hardenedImageMirrors }: Service): readonly ImagePlace[] {
  if (build === undefined) return [];
  const contexts = build.additionalContexts.flatMap(({ value, text, valueSpan }): readonly ImagePlace[] => {
    if (!text.startsWith(imageContext)) return [];
    const known = valueOf(value);
    const isWhole = valueSpan.end - valueSpan.start === text.length;
    return [
      {
        kind: 'context',
        role: 'builds',
        owner: name,
        written: text.slice(imageContext.length),
        span: isWhole ? { ...valueSpan, start: valueSpan.start + imageContext.length } : valueSpan,
        image: known === undefined ? 'unresolved' : parsed(known.slice(imageContext.length)),
      },
    ];
  });
  const inline = build.dockerfileInline;
  const text = inline && valueOf(inline.resolved);
  if (inline === undefined || text === undefined) return contexts;
  const target = build.target && valueOf(build.target.resolved);
  const dockerfile = parseDockerfile(text, {
    hardenedImageMirrors,
    ...(target !== undefined && { shippedTargets: [target] }),
  });
  const named = build.additionalContexts.map((context) => context.name);
  // Its text does not stand in the file as it is, so all of it is the place.
  const inside = dockerfilePlaces(dockerfile, named).map((place) => ({
    ...place,
    owner: name,
    span: inline.span,
  }));
  return [...contexts, ...inside];
}

function volumesOf({ name, volumes }: Service): readonly ImagePlace[] {
  return volumes.flatMap(({ type, source, sourceSpan, value }): readonly ImagePlace[] => {
    if (valueOf(type) !== 'image' || source.state === 'absent') return [];
    const written = valueOf(source) ?? '';
    const image = referenceIn(source);
    return [{ kind: 'volume', role: 'ships', owner: name, written, span: sourceSpan ?? value.span, image }];
  });
}

function referenceIn(name: Known<string>): ImagePlace['image'] {
  const text = valueOf(name);
  return text === undefined ? 'unresolved' : parsed(text);
}

function parsed(text: string): ImagePlace['image'] {
  const answer = parseReference(text);
  return 'reference' in answer ? answer.reference : 'invalid';
}

/** Of the text without its quotes, where it stands there as it is. */
function textSpan({ span, text, textStart }: ScalarValue): Span {
  return textStart === undefined ? span : { start: textStart, end: textStart + text.length };
}
