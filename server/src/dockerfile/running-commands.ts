import { type ShellCommand } from '../shell/model';
import { execCommand } from './exec-command';
import { type InstructionLine } from './instruction-line';
import { type Dockerfile } from './model';
import { factOf } from './model-map';
import { instructionsOf } from './walk';

/**
 * Every command that builds or starts the image, triggers and JSON forms included; found once for a file, because many rules ask.
 * A health check is left out: it speaks to the container itself.
 */
export const runningCommands = factOf((dockerfile: Dockerfile): readonly ShellCommand[] => {
  const found: ShellCommand[] = [];
  for (const instruction of instructionsOf(dockerfile, ['RUN', 'CMD', 'ENTRYPOINT'], { triggers: true })) {
    const { script } = instruction;
    if (script !== undefined) for (const command of script.commands) found.push(command);
    else {
      const command = execCommandOf(instruction.written);
      if (command !== undefined) found.push(command);
    }
  }
  return found;
});

const execCommandOf = factOf(({ json }: InstructionLine) => json && execCommand(json));
