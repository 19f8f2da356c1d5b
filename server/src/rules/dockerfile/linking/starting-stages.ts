import { chainOf, rootOf } from '../../../dockerfile/chain';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';

/**
 * Whether containers start from the stage. A stage on scratch that names no command is there to hand files out
 * (`docker build --output`), and nothing runs in it.
 */
export function isStarted(dockerfile: Dockerfile, stage: Stage): boolean {
  const targets = dockerfile.targets.filter((target) => chainOf(target).includes(stage));
  const isEmpty = rootOf(stage).base.isScratch;
  return targets.some(
    (target) =>
      !isEmpty || target.effective('ENTRYPOINT') !== undefined || target.effective('CMD') !== undefined,
  );
}

/** Whether a RUN of the stage calls a program by its path or its name. */
export function isCalled(stage: Stage, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    name !== '' &&
    instructionsOf(stage, 'RUN').some((run) => commandsOf(run).some((each) => each.name === name))
  );
}
