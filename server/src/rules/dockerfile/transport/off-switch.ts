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

/** Says where a file switches a check off. */
export type FindSwitchedOff = (dockerfile: Dockerfile) => readonly SwitchedOff[];

/** One way in which a tool can be told to leave out a check. */
export interface OffSwitch {
  /**
   * Words, in lower case: a file that has none of them, in any case, is not looked at, as with `mentions` of whole rules. Most
   * files switch nothing off, and a rule has many switches.
   */
  readonly mentions: readonly string[];
  readonly find: FindSwitchedOff;
}

/** A switch that is looked for only where the file has one of the words, in any case. */
export function mentioning(words: readonly string[], find: FindSwitchedOff): OffSwitch {
  return { mentions: words.map((word) => word.toLowerCase()), find };
}

/** Looks at each command that builds or starts the image. A health check speaks to the container itself. */
export function inCommands(
  find: (command: ShellCommand, source: Source) => readonly SwitchedOff[],
): FindSwitchedOff {
  return (dockerfile) => {
    const found: SwitchedOff[] = [];
    for (const command of runningCommands(dockerfile)) found.push(...find(command, dockerfile.source));
    return found;
  };
}
