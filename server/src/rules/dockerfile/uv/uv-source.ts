import { rootOf } from '../../../dockerfile/chain';
import { type Mount, type RunInstruction, type SourceReference, type Stage } from '../../../dockerfile/model';
import { type ImageReference } from '../../../image/reference';
import { isUvImage } from '../../../image/uv';

/** The image that `--from=` leads to: its own, or that of the stage that it names. */
export function imageBehind({ image, stage }: SourceReference): ImageReference | undefined {
  return image ?? (stage && rootOf(stage).base.image);
}

/** Whether `--from=` names an image of uv, or a stage on one, from which nobody takes more than uv. */
export function isFromUv(from: SourceReference | undefined): boolean {
  const image = from && imageBehind(from);
  return image !== undefined && isUvImage(image) && (from?.stage?.instructions ?? []).length === 0;
}

/** What the `from=` of a mount names; absent where it has none. */
export function mountSource(stage: Stage, run: RunInstruction, mount: Mount): SourceReference | undefined {
  const from = mount.option('from');
  return from && stage.uses.find(({ instruction, span }) => instruction === run && span === from.valueSpan);
}
