import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { packageCommand, type PackageCommand } from '../../../shell/package-managers';
import { type Span } from '../../../text/span';

/** What a RUN does with package managers, in order. */
export function packageCommandsOf(run: RunInstruction): readonly PackageCommand[] {
  return commandsOf(run).flatMap((command) => packageCommand(command) ?? []);
}

/** The RUNs of a stage, triggers included. */
export function runsOf(stage: Stage): readonly RunInstruction[] {
  return instructionsOf(stage, 'RUN', { triggers: true });
}

/** Program and subcommand (`apt-get install`) where they stand together, else the subcommand. */
export function spanOfCall({ program, verb, command }: PackageCommand): Span {
  const isNext = command.args[0] === verb && verb.span.start - program.span.end === 1;
  return isNext ? { start: program.span.start, end: verb.span.end } : verb.span;
}
