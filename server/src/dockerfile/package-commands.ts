import { packageCommand, type PackageCommand } from '../shell/package-managers/package-command';
import { ScriptVariables } from '../shell/variables';
import { type RunInstruction } from './model';
import { ModelMap } from './model-map';

const cache = new ModelMap<RunInstruction, readonly PackageCommand[]>();

/**
 * What a RUN does with package managers, in order, with the variables put in that its script sets itself
 * (`buildDeps='gcc make'`). Read once for a RUN, because many rules ask.
 */
export function packageCommandsOf(run: RunInstruction): readonly PackageCommand[] {
  let commands = cache.get(run);
  if (commands === undefined) {
    commands = read(run);
    cache.set(run, commands);
  }
  return commands;
}

function read({ script }: RunInstruction): readonly PackageCommand[] {
  if (script === undefined) return [];
  const calls = script.commands.flatMap((command) => packageCommand(command) ?? []);
  if (!calls.some(({ command }) => command.args.some(({ variables }) => variables.length > 0))) return calls;
  const variables = new ScriptVariables(script);
  return script.commands.flatMap((command) => packageCommand(command, variables.args(command)) ?? []);
}
