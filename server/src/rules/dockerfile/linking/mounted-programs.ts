import { type SourceReference, type Stage } from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { imageProgram, type ImageProgram } from './image-programs';

/** A program that a RUN mounts from an image and calls. */
export interface MountedProgram {
  readonly use: SourceReference;
  readonly program: ImageProgram;
}

/** Programs of images in `RUN --mount=from=…,source=/uv,target=/bin/uv` that the RUN calls. */
export function mountedPrograms(
  stage: Stage,
  hardenedImageMirrors: readonly string[],
): readonly MountedProgram[] {
  return instructionsOf(stage, 'RUN').flatMap((run) =>
    run.mounts.flatMap((mount) => {
      const from = mount.options.find(({ key }) => key === 'from');
      if (from === undefined) return [];
      const use = stage.uses.find(({ span }) => span.start === from.valueSpan.start);
      const path = mount.option('source', 'src')?.value;
      const target = valueOf(mount.target);
      if (use?.image === undefined || path === undefined || target === undefined) return [];
      const program = imageProgram({ kind: 'image', reference: use.image, path }, { hardenedImageMirrors });
      const name = target.slice(target.lastIndexOf('/') + 1);
      const isCalled = commandsOf(run).some((command) => command.name === name);
      return program !== undefined && isCalled ? [{ use, program }] : [];
    }),
  );
}
