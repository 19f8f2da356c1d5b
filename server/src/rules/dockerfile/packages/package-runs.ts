import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { packageCommandsIn } from '../../../dockerfile/package-commands';
import { instructionsOf } from '../../../dockerfile/walk';
import { type ShellScript } from '../../../shell/model';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { type Span } from '../../../text/span';

export { packageCommandsOf } from '../../../dockerfile/package-commands';

/** The RUNs of a stage, triggers included. */
export function runsOf(stage: Stage): readonly RunInstruction[] {
  return instructionsOf(stage, 'RUN', { triggers: true });
}

/** A RUN with package managers at work. */
export interface PackageRun {
  readonly run: RunInstruction;
  readonly script: ShellScript;
  /** At least one, in order. */
  readonly calls: readonly PackageCommand[];
}

/** The RUNs of a stage that call package managers, triggers included. */
export const packageRunsOf = factOf((stage: Stage): readonly PackageRun[] => {
  const found: PackageRun[] = [];
  for (const run of runsOf(stage)) {
    const { script } = run;
    const calls = script === undefined ? [] : packageCommandsIn(script);
    if (script !== undefined && calls.length > 0) found.push({ run, script, calls });
  }
  return found;
});

/** Program and subcommand (`apt-get install`) where they stand together in one line, else the subcommand. */
export function spanOfCall({ program, verb, command, action }: PackageCommand): Span {
  const whole = { start: program.span.start, end: verb.span.end };
  const length = verb === program ? program.raw.length : program.raw.length + 1 + action.length;
  if (whole.end - whole.start !== length) return verb.span;
  const isOneWord = verb === program || verb.value === action;
  const before = isOneWord ? undefined : command.args[command.args.indexOf(verb) - 1];
  return isOneWord || action === `${before?.value ?? ''} ${verb.value}` ? whole : verb.span;
}
