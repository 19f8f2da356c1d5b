import { type ShellCommand } from '../shell/model';
import { execCommand } from './exec-command';
import { type Dockerfile } from './model';
import { ModelMap } from './model-map';
import { instructionsOf } from './walk';

const cache = new ModelMap<Dockerfile, readonly ShellCommand[]>();

/**
 * Every command that builds or starts the image, triggers and JSON forms included; found once for a file, because many rules ask.
 * A health check is left out: it speaks to the container itself.
 */
export function runningCommands(dockerfile: Dockerfile): readonly ShellCommand[] {
  let commands = cache.get(dockerfile);
  if (commands === undefined) {
    commands = instructionsOf(dockerfile, ['RUN', 'CMD', 'ENTRYPOINT'], { triggers: true }).flatMap(
      ({ script, json }) => script?.commands ?? (json && execCommand(json)) ?? [],
    );
    cache.set(dockerfile, commands);
  }
  return commands;
}
