import { join } from '../../dockerfile/artefacts/places';
import { commandFolder } from '../../dockerfile/command-folder';
import { instructionsOf } from '../../dockerfile/walk';
import { hasFlag } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { packageCommand } from '../../shell/package-managers/package-command';
import { valueOf } from '../../text/known';
import { type Artefact, type CommandRole, type Language, type Reading, type Shipment } from './language';
import { withOwnEntrypoint } from './own-entrypoint';
import { nodeStart } from './node/start';
import { pruning } from './node/prune';

/** Node with npm, yarn or pnpm, whose runtime image has none of the three. */
export const node: Language = {
  id: 'node',
  name: 'Node',
  read(shipment) {
    if (shipment.runtime?.repository !== 'node') return undefined;
    const start = nodeStart(shipment) ?? withOwnEntrypoint(shipment);
    if (start !== undefined && 'refuse' in start) return start;
    return { ...readPackages(shipment), ...(start !== undefined && { startAs: () => start }) };
  },
};

const managers = new Set(['npm', 'yarn', 'pnpm']);

function readPackages(shipment: Shipment): Reading {
  const commands = new Map<ShellCommand, CommandRole>();
  const folders = new Set<string>();
  for (const call of shipment.calls) {
    const role = roleOf(call.command);
    if (role === undefined) continue;
    commands.set(call.command, role);
    const folder = bringsModules(call.command)
      ? valueOf(commandFolder(call.stage, call.run, call.command))
      : undefined;
    if (folder !== undefined) folders.add(folder);
  }
  const isWhole = copiesWhole(shipment);
  const artefacts = [...folders].map((folder): Artefact => ({ path: join(folder, 'node_modules') }));
  return {
    commands,
    artefacts,
    isManifest: (name) => lockFile.test(name) || (isWhole && /^package\*?(?:-lock)?\*?\.json$/.test(name)),
    isBuildVariable: (name) =>
      /^(?:npm_config_\w+|NPM_CONFIG_\w+|YARN_\w+|PNPM_\w+|COREPACK_\w+)$/.test(name),
    finish: pruning(shipment, commands),
    checks: (url) => [
      'node',
      '-e',
      `fetch('${url}').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`,
    ],
    ignore: ['node_modules', 'npm-debug.log', 'coverage', 'dist'],
    why:
      folders.size === 0
        ? 'The runtime image has `node` and nothing else: no npm, yarn or pnpm.'
        : 'Packages are installed in the builder, because the runtime image has `node` and nothing else: no npm, yarn or pnpm.',
  };
}

const lockFile =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|\.npmrc|\.yarnrc(?:\.yml)?)\*?$/;

/** What is no installation makes or changes files of the project: `npm run build`. */
function roleOf(command: ShellCommand): CommandRole | undefined {
  if (command.name === 'corepack') return 'installs';
  if (command.name === 'npx') return 'builds';
  if (!managers.has(command.name)) return undefined;
  const called = packageCommand(command);
  if (called === undefined) return 'builds';
  const { manager, action } = called;
  const isInstall = [...manager.install, ...manager.restore, ...manager.clean, 'prune', 'fetch'].includes(
    action,
  );
  return isInstall || /^(?:config|cache|set|global)/.test(action) ? 'installs' : 'builds';
}

function bringsModules(command: ShellCommand): boolean {
  const called = packageCommand(command);
  if (called === undefined || !managers.has(called.manager.name)) return false;
  const { manager, action } = called;
  return (
    [...manager.install, ...manager.restore].includes(action) &&
    !hasFlag(command, '-g', '--global') &&
    !action.startsWith('global')
  );
}

/** Whether the whole project is copied, so that its manifests come with it. */
function copiesWhole({ chain }: Shipment): boolean {
  return chain.some((stage) =>
    instructionsOf(stage, 'COPY').some(
      (copy) => copy.from === undefined && copy.sources.some(({ text }) => /^\.?\/?$/.test(text)),
    ),
  );
}
