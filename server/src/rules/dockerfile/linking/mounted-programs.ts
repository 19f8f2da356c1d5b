import { type SourceReference, type Stage } from '../../../dockerfile/model';
import { commandsOf } from '../../../dockerfile/walk';
import { type ImageSettings } from '../../../image/facts';
import { valueOf } from '../../../text/known';
import { imageProgram, type ImageProgram } from './image-programs';

/** A program that a RUN mounts from an image and calls. */
export interface MountedProgram {
  readonly use: SourceReference;
  readonly program: ImageProgram;
}

/** Programs of images in `RUN --mount=from=…,source=/uv,target=/bin/uv` that the RUN calls. */
export function mountedPrograms(stage: Stage, settings: ImageSettings): readonly MountedProgram[] {
  const found: MountedProgram[] = [];
  for (const use of stage.uses) {
    const { instruction: run, image: reference } = use;
    if (run.keyword !== 'RUN' || run.onbuild !== undefined || reference === undefined) continue;
    const mount = run.mounts.find((each) => each.option('from')?.valueSpan.start === use.span.start);
    const path = mount?.option('source', 'src')?.value;
    const target = mount && valueOf(mount.target);
    if (path === undefined || target === undefined) continue;
    const program = imageProgram({ kind: 'image', reference, path }, settings);
    const name = target.slice(target.lastIndexOf('/') + 1);
    const isCalled = commandsOf(run).some((command) => command.name === name);
    if (program !== undefined && isCalled) found.push({ use, program });
  }
  return found;
}
