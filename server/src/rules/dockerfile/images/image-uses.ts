import { type Base, type Dockerfile, type SourceReference, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { pinningOf, type Pinning } from '../../../image/pinning';
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
  /** The stage that stands on the image; absent where files are taken from it. */
  readonly standing?: Stage | undefined;
}

/** Every place whose image is held in this way; uv's own images have a rule of their own. */
export function imageUsesBy(
  pinning: Pinning,
  dockerfile: Dockerfile,
  namedContexts: readonly string[],
): readonly ImageUse[] {
  return allImageUses(dockerfile, namedContexts).filter(
    ({ image }) => pinningOf(image) === pinning && !isUvImage(image),
  );
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
  const { stages, source } = dockerfile;
  const all: ImageUse[] = [];
  const add = ({ image, span, text }: Base | SourceReference, standing?: Stage): void => {
    if (image === undefined || isContext(image.text, namedContexts)) return;
    // A continuation may stand in the middle of it.
    all.push({ image, span, verbatim: image.text === text && source.slice(span) === text, standing });
  };
  for (const stage of stages) add(stage.base, stage);
  for (const { uses } of stages) for (const use of uses) if (!isMisspeltStage(use, dockerfile)) add(use);
  return all;
}

/** `context` is BuildKit's own name for the build context; others are handed over by whoever builds. */
function isContext(name: string, namedContexts: readonly string[]): boolean {
  return name === 'context' || namedContexts.includes(name);
}
