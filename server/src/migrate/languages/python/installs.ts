import { environmentOf } from '../../../dockerfile/command-environment';
import { type Stage } from '../../../dockerfile/model';
import { commandFolder } from '../../../dockerfile/command-folder';
import { resolvePath } from '../../../dockerfile/paths';
import { uvCommand } from '../../../dockerfile/uv/uv-command';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { removeFlag } from '../../../shell/edits';
import { flagUse, flagValue, hasFlag } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { packageCommand } from '../../../shell/package-managers/package-command';
import { type Edit } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { type Source } from '../../../text/source';
import { type Call, type CommandRole } from '../language';

/** What becomes of a command of pip, uv's pip, Poetry, Pipenv or venv; absent where it is none of them. */
export function roleOf(command: ShellCommand): CommandRole | undefined {
  const { name, args } = command;
  if (packageCommand(command)?.manager.name === 'pip' || name === 'poetry' || name === 'pipenv')
    return 'installs';
  if (/^(?:pip \w+|venv)$/.test(uvCommand(command)?.verb ?? '')) return 'installs';
  if (/^python[\d.]*$/.test(name) && args[0]?.value === '-m' && args[1]?.value === 'venv') return 'installs';
  // https://docs.djangoproject.com/en/stable/ref/django-admin/
  if (args.some(({ value }) => /^(?:collectstatic|compilemessages)$/.test(value))) return 'builds';
  return name === 'virtualenv' ? 'installs' : undefined;
}

export function isInstall(command: ShellCommand): boolean {
  if (command.name === 'pipenv') return /^(?:install|sync)$/.test(command.args[0]?.value ?? '');
  if (/^pip (?:install|sync)$/.test(uvCommand(command)?.verb ?? '')) return !hasFlag(command, '--dry-run');
  const called = packageCommand(command);
  if (called?.manager.name === 'poetry') return ['install', 'sync', 'add'].includes(called.action);
  return called?.manager.name === 'pip' && called.action === 'install' && !hasFlag(command, '--dry-run');
}

/** Installs of a stage, its own only, in order. */
export function installsOf(stage: Stage): readonly Call[] {
  return instructionsOf(stage, 'RUN').flatMap((run) =>
    commandsOf(run)
      .filter(isInstall)
      .map((command) => ({ stage, run, command })),
  );
}

/** Whether it finds an environment by VIRTUAL_ENV and not by PATH. */
export function isManaged({ name }: ShellCommand): boolean {
  return /^(?:poetry|pipenv|uv)$/.test(name);
}

/** The folder that an install is told to fill; absent where it fills what Python has anyway. */
export function toldFolder({ stage, run, command }: Call): string | undefined {
  const told = flagValue(command, '--target', '-t', '--prefix', '--root');
  if (told === undefined) return undefined;
  return valueOf(resolvePath(told.value, commandFolder(stage, run, command))) ?? told.value;
}

/**
 * Takes the flags out that lead an install away from the environment: in one, all packages go to it.
 * @see https://pip.pypa.io/en/stable/cli/pip_install/ https://docs.astral.sh/uv/pip/environments/
 */
export function withoutPlaces(source: Source, installs: readonly Call[]): readonly Edit[] {
  return installs.flatMap(({ command }) => {
    const valued = flagValue(command, '--target', '-t', '--prefix', '--root');
    const others = ['--user', '--system'].flatMap((name) => flagUse(command, name) ?? []);
    return [...(valued === undefined ? [] : [valued]), ...others].flatMap(
      (use) => removeFlag(source, use) ?? [],
    );
  });
}

/** Whether a variable makes uv pass environments by. */
export function setsSystemPython({ stage, run, command }: Call): boolean {
  return (
    command.name === 'uv' &&
    /^(?:1|true)$/i.test(valueOf(environmentOf(stage, run, command, 'UV_SYSTEM_PYTHON')) ?? '')
  );
}
