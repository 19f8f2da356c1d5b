import { removeFlag } from '../../../shell/edits';
import { flagUse, flagValues, type FlagUse } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { commandSwitch, type OffSwitch } from './off-switch';

/** Whether a command is the tool that is meant. */
export type IsTool = (command: ShellCommand) => boolean;

/** The programs of these names. */
export function programs(...names: readonly string[]): IsTool {
  return ({ name }) => names.includes(name);
}

/** A flag without a value: `--no-check-certificate`. */
export function flagSwitch(isTool: IsTool, ...names: readonly string[]): OffSwitch {
  return usesSwitch(isTool, (command) => names.flatMap((name) => flagUse(command, name) ?? []));
}

/** A flag with a value that switches something off: `--trusted-host example.com`. */
export function valueFlagSwitch(
  isTool: IsTool,
  names: readonly string[],
  isOff: (value: string) => boolean,
): OffSwitch {
  return usesSwitch(isTool, (command) => flagValues(command, ...names).filter(({ value }) => isOff(value)));
}

/** Uses of flags, found in whatever way the tool asks for. */
export function usesSwitch(isTool: IsTool, find: (command: ShellCommand) => readonly FlagUse[]): OffSwitch {
  return commandSwitch((command, source) => {
    if (!isTool(command)) return [];
    return find(command).map((use) => {
      const edit = removeFlag(source, use);
      return {
        what: use.name,
        at: use.span,
        offer: edit && { title: `Remove ${use.name}`, edits: [edit] },
      };
    });
  });
}
