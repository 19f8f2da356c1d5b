import { type Dockerfile } from '../../../dockerfile/model';
import { runningCommands } from '../../../dockerfile/running-commands';
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

/**
 * A switch that is looked for only where the file has one of the words, in any case, as `mentions` is for whole rules: most
 * files switch nothing off, and a rule has many switches.
 */
export function mentioning(words: readonly string[], find: OffSwitch): OffSwitch {
  const hints = words.map((word) => word.toLowerCase());
  return (dockerfile) => (dockerfile.source.mentions(hints) ? find(dockerfile) : []);
}
