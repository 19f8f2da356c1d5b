import { commandFolder } from '../command-folder';
import { environmentOf, isOn } from '../command-environment';
import { resolvePath } from '../paths';
import { flagValue, hasFlag } from '../../shell/flags';
import { UNKNOWN, type Known } from '../../text/known';
import { type UvCall } from './uv-calls';

/** Subcommands that install what the lock file of a project names: https://docs.astral.sh/uv/concepts/projects/sync/ */
const syncing = new Set(['sync', 'run', 'add', 'remove']);

/** Flags with which they work without the project, or change nothing. */
const elsewhere = ['--script', '-s', '--no-project', '--isolated', '--dry-run', '--check', '--help', '-h'];

/** Whether the call brings the environment of a project to what its lock file says; `undefined` where it may. */
export function syncsProject(call: UvCall): boolean | undefined {
  const { stage, run, command, verb } = call;
  if (!syncing.has(verb)) return false;
  const own = ownPart(call);
  if (hasFlag(own, ...elsewhere)) return false;
  if (verb === 'sync') return true;
  if (hasFlag(own, '--no-sync', '--frozen-lockfile')) return false;
  const off = isOn(environmentOf(stage, run, command, 'UV_NO_SYNC'));
  return off === undefined ? undefined : !off;
}

/** Whether the call takes away what does not belong to the project: of `uv sync` alone, and not with `--inexact`. */
export function isExact({ command, verb }: UvCall): boolean {
  return verb === 'sync' && !hasFlag(command, '--inexact', '--no-exact');
}

/** The call with the words alone that are uv's own: `uv run` hands on what stands behind the program that it starts. */
export function ownPart({ command, verb, verbWord }: UvCall): UvCall['command'] {
  if (verb !== 'run') return command;
  const { args } = command;
  const at = args.indexOf(verbWord) + 1;
  const rest = args.slice(at);
  let end = 0;
  while (rest[end]?.value.startsWith('-') === true) end += takesNext(rest[end]?.value ?? '') ? 2 : 1;
  return { ...command, args: args.slice(0, at + end) };
}

/** Flags of `uv run` with a value of their own: https://docs.astral.sh/uv/reference/cli/#uv-run */
function takesNext(flag: string): boolean {
  return /^(?:-[pPnm]|--(?:python|package|with|with-editable|with-requirements|extra|no-extra|group|no-group|only-group|env-file|directory|project|index|default-index|cache-dir|config-file|link-mode|module))$/.test(
    flag,
  );
}

/**
 * The folder that uv looks for the project in; it may be one above where there is no pyproject.toml.
 * https://docs.astral.sh/uv/reference/environment/#uv_project
 */
export function projectFolder(call: UvCall): Known<string> {
  const { stage, run } = call;
  const command = ownPart(call);
  let folder = commandFolder(stage, run, call.command);
  for (const [flag, variable] of [
    ['--directory', 'UV_WORKING_DIR'],
    ['--project', 'UV_PROJECT'],
  ] as const) {
    const given = flagValue(command, flag);
    const value = environmentOf(stage, run, call.command, variable);
    if (given !== undefined) folder = given.literal ? resolvePath(given.value, folder) : UNKNOWN;
    else if (value.state === 'unknown') return UNKNOWN;
    else if (value.state === 'known' && value.value !== '') folder = resolvePath(value.value, folder);
  }
  return folder;
}

/**
 * Where the environment of the project lies, absolute.
 * https://docs.astral.sh/uv/concepts/projects/config/#project-environment-path
 */
export function projectVenv(call: UvCall): Known<string> {
  const { stage, run, command } = call;
  const folder = projectFolder(call);
  if (hasFlag(ownPart(call), '--active')) {
    const active = environmentOf(stage, run, command, 'VIRTUAL_ENV');
    if (active.state !== 'absent')
      return active.state === 'known' ? resolvePath(active.value, folder) : UNKNOWN;
  }
  const own = environmentOf(stage, run, command, 'UV_PROJECT_ENVIRONMENT');
  if (own.state === 'unknown') return UNKNOWN;
  return resolvePath(own.state === 'known' && own.value !== '' ? own.value : '.venv', folder);
}
