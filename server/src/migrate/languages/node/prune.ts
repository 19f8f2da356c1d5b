import { hasFlag } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { valueOf } from '../../../text/known';
import { type CommandRole, type Reading, type Shipment } from '../language';

const prune: Readonly<Record<string, string>> = {
  npm: 'npm prune --omit=dev',
  pnpm: 'pnpm prune --prod',
};

/** Takes what only the build needs out of node_modules behind the last build of a stage that is split. */
export function pruning(
  { calls, stage }: Shipment,
  commands: ReadonlyMap<ShellCommand, CommandRole>,
): Reading['finish'] {
  const own = calls.filter((call) => call.stage === stage && commands.has(call.command));
  const last = own.at(-1);
  const build = own.findLast(({ command }) => commands.get(command) === 'builds');
  if (build === undefined || last?.command !== build.command) return undefined;
  const isLean =
    calls.some(
      ({ command }) =>
        hasFlag(command, '--omit', '--production', '--prod', '-P') ||
        command.args.some(({ value }) => value === 'prune'),
    ) || valueOf(stage.before(build.run).variable('NODE_ENV')) === 'production';
  const line = Object.hasOwn(prune, build.command.name) ? prune[build.command.name] : undefined;
  const after = stage.instructions
    .slice(stage.instructions.indexOf(build.run) + 1)
    .some(({ keyword }) => keyword === 'RUN');
  if (isLean || line === undefined || after) return undefined;
  return {
    lines: [`RUN ${line}`],
    title: 'Leave the packages behind that only the build needs',
    why: 'The build needs `devDependencies`, what runs does not. Without them the image is smaller, and less in it can have holes.',
    confirm:
      'If the program loads one of its `devDependencies` when it runs, make it one of the `dependencies`.',
  };
}
