import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { packageCommand, type PackageCommand } from '../../../shell/package-managers';
import { type Span } from '../../../text/span';

const read = new WeakMap<RunInstruction, readonly PackageCommand[]>();

/** What a RUN does with package managers, in order. Read once for all rules. */
export function packageCommandsOf(run: RunInstruction): readonly PackageCommand[] {
  const known = read.get(run);
  if (known !== undefined) return known;
  const commands = commandsOf(run).flatMap((command) => packageCommand(command) ?? []);
  read.set(run, commands);
  return commands;
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
