import { type Dockerfile, type Stage } from '../../dockerfile/model';
import { type Compose } from '../../compose/model';
import { type ImageFacts, imageFacts, type ImageSettings } from '../../image/facts';
import { type ImageReference } from '../../image/reference';
import { allImageUses } from '../../rules/dockerfile/images/image-uses';
import { serviceImage } from '../../rules/compose/images/service-image';
import { type Span } from '../../text/span';
import { type BuildContext } from '../../workspace/context';
import { type Model } from '../run-rules';
import { type Settings } from '../settings';

/** A place that names an image, and what is known about the image. */
export interface ImageSite {
  readonly image: ImageReference;
  readonly facts: ImageFacts;
  /** Of the reference as written, its variables included, without quotes. */
  readonly span: Span;
  /** Whether the reference stands there as it is, so that spans inside it lead to the document. */
  readonly verbatim: boolean;
  readonly use: ImageUse;
}

export type ImageUse =
  /** FROM: a stage that builds, or one that a container starts from. */
  | { readonly kind: 'base'; readonly role: 'build' | 'runtime'; readonly stage: Stage }
  /** COPY --from and RUN --mount=from. */
  | { readonly kind: 'source' }
  | { readonly kind: 'service'; readonly name: string; readonly nameSpan: Span };

/** Every place of a document that names an image, in the order of the text. */
export function imageSites(model: Model, context: BuildContext, settings: Settings): readonly ImageSite[] {
  const images: ImageSettings = { hardenedImageMirrors: settings.hardenedImageMirrors };
  const sites =
    model.language === 'compose'
      ? sitesOfServices(model.compose, images)
      : sitesOfStages(model.dockerfile, context, images);
  return [...sites].sort((a, b) => a.span.start - b.span.start);
}

/** The place that an offset lies in or touches. */
export function siteAt(sites: readonly ImageSite[], offset: number): ImageSite | undefined {
  return sites.find(({ span }) => span.start <= offset && offset <= span.end);
}

/** What the image that is named at an offset is for. Services run theirs. */
export function roleAt(model: Model, offset: number): 'build' | 'runtime' {
  if (model.language === 'compose') return 'runtime';
  const { dockerfile } = model;
  const stage = dockerfile.stages.find(
    ({ from }) => from.span.start <= offset && offset <= from.span.end + 1,
  );
  return stage === undefined || !dockerfile.ships(stage) ? 'build' : 'runtime';
}

function sitesOfStages(
  dockerfile: Dockerfile,
  { namedContexts }: BuildContext,
  settings: ImageSettings,
): readonly ImageSite[] {
  const stages = new Map(dockerfile.stages.map((stage) => [stage.base.span.start, stage]));
  return allImageUses(dockerfile, namedContexts).map(({ image, span, verbatim }) => {
    const stage = stages.get(span.start);
    const role = stage !== undefined && dockerfile.ships(stage) ? 'runtime' : 'build';
    return {
      image,
      span,
      verbatim,
      facts: imageFacts(image, settings),
      use: stage === undefined ? { kind: 'source' } : { kind: 'base', role, stage },
    };
  });
}

function sitesOfServices(compose: Compose, settings: ImageSettings): readonly ImageSite[] {
  const seen = new Set<number>();
  return compose.services.flatMap((service) => {
    // An image that is built here is what its Dockerfile makes of it.
    const image = service.build === undefined ? serviceImage(service) : undefined;
    if (image === undefined) return [];
    const { reference, scalar, verbatim } = image;
    const span =
      scalar.textStart === undefined
        ? scalar.span
        : { start: scalar.textStart, end: scalar.textStart + scalar.text.length };
    // Services that share an anchor share the place; what stands in another file of the project is shown there.
    if (seen.has(span.start) || !compose.isOwn(span)) return [];
    seen.add(span.start);
    const facts = imageFacts(reference, settings);
    const nameSpan = compose.isOwn(service.nameSpan) ? service.nameSpan : span;
    const use = { kind: 'service', name: service.name, nameSpan } as const;
    return [{ image: reference, facts, span, verbatim, use }];
  });
}
