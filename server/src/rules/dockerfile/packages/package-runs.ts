import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { type Span } from '../../../text/span';

export { packageCommandsIn, packageCommandsOf } from '../../../dockerfile/package-commands';

/** The RUNs of a stage, triggers included. */
export function runsOf(stage: Stage): readonly RunInstruction[] {
  return instructionsOf(stage, 'RUN', { triggers: true });
}

/** Program and subcommand (`apt-get install`) where they stand together in one line, else the subcommand. */
export function spanOfCall({ program, verb, command, action }: PackageCommand): Span {
  const words = verb === program ? [] : action.split(' ');
  const at = command.args.indexOf(verb) - words.length + 1;
  const isNext = words.every((word, index) => command.args[at + index]?.value === word);
  const length = [program.raw, ...words].join(' ').length;
  const whole = { start: program.span.start, end: verb.span.end };
  return isNext && whole.end - whole.start === length ? whole : verb.span;
}
