import { type Dockerfile, type SourceReference, type Stage } from '../../../dockerfile/model';
import { closest } from '../../../text/nearest';

/** Stages that come before the one that holds this use. */
export function earlierStages(use: SourceReference, { stages }: Dockerfile): readonly Stage[] {
  return stages.slice(0, use.instruction.stage?.index ?? 0);
}

/** The name that was probably meant: of an earlier stage, by a name that differs by a slip of the pen. */
export function meantStage(use: SourceReference, dockerfile: Dockerfile): string | undefined {
  const names = earlierStages(use, dockerfile).flatMap(({ name }) => name ?? []);
  return closest(use.text, names);
}

/** Whether a name that could be an image's was meant for a stage: it has no tag, and a stage is nearly called so. */
export function isMisspeltStage(use: SourceReference, dockerfile: Dockerfile): boolean {
  const { image } = use;
  const isBare = image !== undefined && image.text === image.path && !image.path.includes('/');
  return isBare && meantStage(use, dockerfile) !== undefined;
}

/** Whether it names a stage that is built later, or the one that it stands in; what does is taken for no image. */
export function isLaterStage({ image, text, instruction }: SourceReference, { stages }: Dockerfile): boolean {
  if (image !== undefined) return false;
  const name = text.toLowerCase();
  const own = instruction.stage?.index ?? 0;
  return stages.some((stage) => stage.index >= own && stage.name?.toLowerCase() === name);
}
