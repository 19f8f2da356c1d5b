import { type ShellScript } from '../shell/model';
import { packageCommand, type PackageCommand } from '../shell/package-managers/package-command';
import { ScriptVariables } from '../shell/variables';
import { type RunInstruction } from './model';
import { factOf } from './model-map';

/**
 * What a RUN does with package managers, in order, with the variables put in that its script sets itself
 * (`buildDeps='gcc make'`). Read once for a script, because many rules ask.
 */
export function packageCommandsOf({ script }: RunInstruction): readonly PackageCommand[] {
  return script === undefined ? [] : packageCommandsIn(script);
}

/** What a script does with package managers: what follows from it alone is kept with the script. */
export const packageCommandsIn = factOf((script: ShellScript): readonly PackageCommand[] => {
  const calls: PackageCommand[] = [];
  for (const command of script.commands) {
    const call = packageCommand(command);
    if (call !== undefined) calls.push(call);
  }
  if (!calls.some(({ command }) => command.args.some(({ variables }) => variables.length > 0))) return calls;
  const variables = new ScriptVariables(script);
  return script.commands.flatMap((command) => packageCommand(command, variables.args(command)) ?? []);
});
