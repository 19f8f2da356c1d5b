import { removeFlag } from '../../../shell/edits';
import { flagUse, flagValues, type FlagUse, type FlagValue } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { inCommands, mentioning, type FindSwitchedOff, type OffSwitch } from './off-switch';
import { isFalse } from './truth';

/** The tool that a command calls, as a message names it; absent where it is not the one that is meant. */
export type ToolOf = (command: ShellCommand) => string | undefined;

/** The programs of these names. */
export function programs(...names: readonly string[]): ToolOf {
  return ({ name }) => (names.includes(name) ? name : undefined);
}

/** A flag without a value: `--no-check-certificate`. */
export function flagSwitch(toolOf: ToolOf, name: string): OffSwitch {
  const uses = usesSwitch(toolOf, (command) => {
    const use = flagUse(command, name);
    // Some tools let such a flag be taken back: `--allow-unauthenticated=no`.
    return use === undefined || isFalse(use.word.value.slice(name.length + 1)) ? [] : [use];
  });
  return mentioning([name], uses);
}

/**
 * A flag with a value that switches something off: `--trusted-host example.com`.
 * @param words one of which the file must have: the flag, or what tells more of the value.
 */
export function valueFlagSwitch(
  toolOf: ToolOf,
  names: readonly string[],
  isOff: (value: string) => boolean,
  words: readonly string[] = names,
): OffSwitch {
  const uses = usesSwitch(toolOf, (command) =>
    flagValues(command, ...names).filter(({ value }) => isOff(value)),
  );
  return mentioning(words, uses);
}

/** Uses of flags, found in whatever way the tool asks for. */
export function usesSwitch(
  toolOf: ToolOf,
  find: (command: ShellCommand) => readonly (FlagUse | FlagValue)[],
): FindSwitchedOff {
  return inCommands((command, source) => {
    const tool = toolOf(command);
    if (tool === undefined) return [];
    return find(command).map((use) => {
      const what = 'value' in use ? `${use.name} ${use.value}` : use.name;
      const edit = removeFlag(source, use);
      return { what, at: use.span, tool, offer: edit && { title: `Remove ${what}`, edits: [edit] } };
    });
  });
}
