import { execCommand } from '../../../dockerfile/exec-command';
import { type Dockerfile } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { type ShellCommand } from '../../../shell/model';
import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';
import { type Fix } from '../../rule';

/** A place where a check is switched off. */
export interface SwitchedOff {
  /** The flag, variable or setting, as a message names it. */
  readonly what: string;
  readonly at: Span;
  /** The tool that is called, where the rule is about more than one. */
  readonly tool?: string | undefined;
  readonly offer?: Fix | undefined;
}

/** One way in which a tool can be told to leave out a check: says where a file does so. */
export type OffSwitch = (dockerfile: Dockerfile) => readonly SwitchedOff[];

/** One that looks at each command that builds or starts the image. A health check speaks to the container itself. */
export function commandSwitch(
  find: (command: ShellCommand, source: Source) => readonly SwitchedOff[],
): OffSwitch {
  return (dockerfile) => runningCommands(dockerfile).flatMap((command) => find(command, dockerfile.source));
}

/** Of each file, for the many switches that look at the same commands. */
const gathered = new WeakMap<Dockerfile, readonly ShellCommand[]>();

function runningCommands(dockerfile: Dockerfile): readonly ShellCommand[] {
  const known = gathered.get(dockerfile);
  if (known !== undefined) return known;
  const commands = instructionsOf(dockerfile, ['RUN', 'CMD', 'ENTRYPOINT'], { triggers: true }).flatMap(
    ({ script, json }) => script?.commands ?? (json && execCommand(json)) ?? [],
  );
  gathered.set(dockerfile, commands);
  return commands;
}
