import { flagValue, hasFlag, operands } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { UNKNOWN, valueOf, type Known } from '../../text/known';
import { commandFolder } from '../command-folder';
import { environmentOf, isOn } from '../command-environment';
import { type RunInstruction, type Stage } from '../model';
import { resolvePath } from '../paths';
import { uvCommand } from '../uv/uv-command';
import { projectVenv, syncsProject } from '../uv/uv-project';
import { PlacedUvCall, type UvCall } from '../uv/uv-calls';
import { type Venv } from './model';
import { pythonsForModule } from './python-module';
import { pythonsForUv } from './uv-python';
import { VenvNode } from './venv-node';

/** Whether the text can make an environment at all; most files cannot. */
export function mayMakeVenv(text: string): boolean {
  return /\buv\b|venv|virtualenv|VIRTUALENVS|VENV/.test(text);
}

/** The environment that a command makes, or brings to what its lock file says; absent where it makes none that is certain. */
export function venvMadeBy(stage: Stage, run: RunInstruction, command: ShellCommand): Venv | undefined {
  if (command.conditional || command.substituted) return undefined;
  const uv = uvCommand(command);
  if (uv !== undefined) return madeByUv(new PlacedUvCall(uv, stage, run));
  const path = valueOf(modulePath(stage, run, command) ?? projectPath(stage, run, command) ?? UNKNOWN);
  if (path === undefined || !isOwnFolder(path)) return undefined;
  return new VenvNode({ stage, run, command, path, by: 'python', relocatable: false, syncs: [] }, () =>
    pythonsForModule(stage, run, command),
  );
}

function madeByUv(call: UvCall): Venv | undefined {
  const { stage, run, command, verb } = call;
  const syncs = syncsProject(call) === true;
  if (verb !== 'venv' && !syncs) return undefined;
  const path = valueOf(syncs ? projectVenv(call) : uvVenvPath(call));
  if (path === undefined || !isOwnFolder(path)) return undefined;
  const relocatable =
    (verb === 'venv' && hasFlag(command, '--relocatable')) ||
    ['UV_VENV_RELOCATABLE', 'UV_RELOCATABLE'].some(
      (name) => isOn(environmentOf(stage, run, command, name)) !== false,
    );
  const filled = verb === 'sync' ? [call] : [];
  return new VenvNode({ stage, run, command, path, by: 'uv', relocatable, syncs: filled }, () =>
    pythonsForUv(call),
  );
}

/** https://docs.astral.sh/uv/reference/cli/#uv-venv */
function uvVenvPath(call: UvCall): Known<string> {
  const { stage, run, command, verbWord } = call;
  const words = operands(command, UV_VENV_VALUES);
  const path = words[words.indexOf(verbWord) + 1];
  if (path === undefined) return projectVenv({ ...call, verb: 'sync' });
  if (!path.literal || hasFlag(command, '--directory', '--project')) return UNKNOWN;
  return resolvePath(path.value, commandFolder(stage, run, command));
}

const UV_VENV_VALUES = [
  ...['-p', '--python', '--prompt', '-i', '--index-url', '--index', '--default-index', '--extra-index-url'],
  ...['-f', '--find-links', '--index-strategy', '--keyring-provider', '--exclude-newer', '--link-mode'],
  ...['--cache-dir', '--python-preference', '--color', '--directory', '--project', '--config-file'],
  ...['--allow-insecure-host'],
];

/** `python3 -m venv /opt/venv`, `virtualenv /opt/venv`. */
function modulePath(stage: Stage, run: RunInstruction, command: ShellCommand): Known<string> | undefined {
  const own = moduleCommand(command);
  if (own === undefined || hasFlag(own, '--help', '-h', '--version')) return undefined;
  const [path, ...others] = operands(own, ['-p', '--python', '--prompt', '--app-data', '--seeder']);
  if (path?.literal !== true || others.length > 0) return UNKNOWN;
  return resolvePath(path.value, commandFolder(stage, run, command));
}

/** The command with the words behind `venv` or `virtualenv` alone. */
function moduleCommand(command: ShellCommand): ShellCommand | undefined {
  const { name, args } = command;
  if (name === 'virtualenv') return command;
  const [flag, module] = args;
  if (!/^python[\d.]*$/.test(name) || flag?.value !== '-m') return undefined;
  return /^(?:venv|virtualenv)$/.test(module?.value ?? '') ? { ...command, args: args.slice(2) } : undefined;
}

/**
 * What Poetry and Pipenv make beside the project, where they are told to.
 * @see https://python-poetry.org/docs/configuration/#virtualenvsin-project
 * @see https://pipenv.pypa.io/en/latest/configuration.html
 */
function projectPath(stage: Stage, run: RunInstruction, command: ShellCommand): Known<string> | undefined {
  const { name, args } = command;
  const told = IN_PROJECT.get(name);
  if (!told?.verbs.includes(args[0]?.value ?? '')) return undefined;
  if (isOn(environmentOf(stage, run, command, told.variable)) !== true) return undefined;
  if (told.off.some((each) => environmentOf(stage, run, command, each).state !== 'absent')) return undefined;
  if (flagValue(command, ...told.folders) !== undefined || hasFlag(command, '--system', '--dry-run'))
    return undefined;
  return resolvePath('.venv', commandFolder(stage, run, command));
}

const IN_PROJECT = new Map([
  [
    'poetry',
    {
      variable: 'POETRY_VIRTUALENVS_IN_PROJECT',
      off: ['POETRY_VIRTUALENVS_CREATE', 'VIRTUAL_ENV'],
      verbs: ['install', 'sync'],
      folders: ['-C', '--directory', '-P', '--project'],
    },
  ],
  [
    'pipenv',
    {
      variable: 'PIPENV_VENV_IN_PROJECT',
      off: ['VIRTUAL_ENV', 'PIPENV_PIPFILE', 'PIPENV_CUSTOM_VENV_NAME'],
      verbs: ['install', 'sync'],
      folders: ['--python'],
    },
  ],
]);

/** Not where an interpreter of the system lies, which some hand to uv as if it were an environment. */
function isOwnFolder(path: string): boolean {
  return !/^\/(?:usr(?:\/local)?|opt|opt\/python|bin|root|home|tmp|app|var)?$/.test(path);
}
