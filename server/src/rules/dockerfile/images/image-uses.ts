import { type Dockerfile } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { type ImageReference } from '../../../image/reference';
import { isUvImage } from '../../../image/uv';
import { type Span } from '../../../text/span';
import { isMisspeltStage } from '../stages/misspelt-stage';

/** A place that names an image of a registry. */
export interface ImageUse {
  readonly image: ImageReference;
  /** Of the reference as written, with its variables. */
  readonly span: Span;
  /** Whether the reference stands there as it is, so that spans inside it lead to the document. */
  readonly verbatim: boolean;
}

/** Every place that names an image whose tag these rules may judge: uv's own images have a rule of their own. */
export function imageUses(dockerfile: Dockerfile, namedContexts: readonly string[]): readonly ImageUse[] {
  return allImageUses(dockerfile, namedContexts).filter(({ image }) => !isUvImage(image));
}

interface Found {
  readonly namedContexts: readonly string[];
  readonly uses: readonly ImageUse[];
}

const found = new ModelMap<Dockerfile, Found>();

/** Every place that names an image; found once for a file, because many rules ask. */
export function allImageUses(dockerfile: Dockerfile, namedContexts: readonly string[]): readonly ImageUse[] {
  const known = found.get(dockerfile);
  if (known?.namedContexts === namedContexts) return known.uses;
  const uses = findUses(dockerfile, namedContexts);
  found.set(dockerfile, { namedContexts, uses });
  return uses;
}

function findUses(dockerfile: Dockerfile, namedContexts: readonly string[]): readonly ImageUse[] {
  const bases = dockerfile.stages.flatMap(({ base }) =>
    base.image === undefined ? [] : [{ image: base.image, span: base.span, text: base.text }],
  );
  const sources = dockerfile.stages.flatMap(({ uses }) =>
    uses.flatMap((use) =>
      use.image === undefined || isMisspeltStage(use, dockerfile)
        ? []
        : [{ image: use.image, span: use.span, text: use.text }],
    ),
  );
  return [...bases, ...sources]
    .filter(({ image }) => !isContext(image.text, namedContexts))
    .map(({ image, span, text }) => ({
      image,
      span,
      // A continuation may stand in the middle of it.
      verbatim: image.text === text && dockerfile.source.slice(span) === text,
    }));
}

/** `context` is BuildKit's own name for the build context; others are handed over by whoever builds. */
function isContext(name: string, namedContexts: readonly string[]): boolean {
  return name === 'context' || namedContexts.includes(name);
}
