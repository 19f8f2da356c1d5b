import { chainOf } from '../../../dockerfile/chain';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { newestTags } from './placeholder-tags';

/**
 * Newest tags of a hardened image for what a stage is there for: the build variant in a builder, the runtime variant in
 * what ships, and where the stage only takes files from the image.
 * @param stage set where it stands on the image.
 * @param isBuild whether the author asked for the build variant.
 */
export function tagsForRole(
  dockerfile: Dockerfile,
  stage: Stage | undefined,
  repository: string,
  isBuild: boolean,
): readonly string[] {
  const isDev = stage !== undefined && (isBuild || !dockerfile.ships(stage));
  return newestTags({
    repository,
    variant: isDev ? 'dev' : 'runtime',
    needsShell: stage !== undefined && needsShell(stage, dockerfile),
  });
}

/** Whether the stage, or one that stands on it, runs commands. */
function needsShell(stage: Stage, { stages }: Dockerfile): boolean {
  return stages.some(
    (each) =>
      chainOf(each).includes(stage) &&
      each.instructions.some(({ keyword, json }) => keyword === 'RUN' && json === undefined),
  );
}
