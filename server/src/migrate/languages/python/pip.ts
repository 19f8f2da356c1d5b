import { type Instruction } from '../../../dockerfile/model';
import { venvsIn } from '../../../dockerfile/venv/placed';
import { removeFlag } from '../../../shell/edits';
import { flagUse, hasFlag } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { packageCommand } from '../../../shell/package-managers/package-command';
import { type Step } from '../../plan';
import {
  type Artefact,
  type Call,
  type CommandRole,
  type Reading,
  type Shipment,
  type StartChange,
} from '../language';
import { foreignFolder } from './foreign-folder';

/** Where packages are installed to when the file has no environment of its own. */
const environment = '/opt/venv';

/** Packages that pip, Poetry or Pipenv installs, into an environment: that of the file, or a new one. */
export function readPip(shipment: Shipment): Reading {
  const { calls, dockerfile, stage } = shipment;
  const commands = new Map<ShellCommand, CommandRole>();
  const installs: Call[] = [];
  for (const call of calls) {
    const role = roleOf(call.command);
    if (role !== undefined) commands.set(call.command, role);
    if (isInstall(call.command)) installs.push(call);
  }
  const foreign = foreignFolder(shipment, installs);
  if (foreign !== undefined)
    return {
      refuse: `Packages lie in \`${foreign}\`, and the hardened Python looks for them elsewhere. Install into an environment (\`python -m venv /opt/venv\`) and copy that; then this file can be migrated.`,
    };
  const own = venvsIn(dockerfile, stage).map(({ path }) => path);
  const [first] = installs;
  const madeHere = own.length === 0 && first !== undefined;
  const environments = madeHere ? [environment] : own;
  const started = runnerStart(shipment.start?.words ?? []);
  const isManaged = installs.some(({ command }) => /^(?:poetry|pipenv)$/.test(command.name));
  return {
    commands,
    artefacts: environments.map((path): Artefact => ({ path })),
    isManifest: (name) =>
      /^(?:requirements[\w.-]*\.(?:txt|in)|constraints[\w.-]*\.txt|Pipfile(?:\.lock)?|poetry\.lock|setup\.cfg)$/.test(
        name,
      ) ||
      (isManaged && name === 'pyproject.toml'),
    isBuildVariable: (name) => /^(?:PIP_|UV_|POETRY_|PIPENV_)\w+$/.test(name),
    ...(madeHere && {
      lines: [`ENV PATH="${environment}/bin:$PATH"`],
      prepare: {
        before: beforeInstall(first),
        lines: [
          `RUN python -m venv ${environment}`,
          // Poetry and Pipenv install where this leads: https://python-poetry.org/docs/configuration/#virtualenvscreate
          `ENV ${isManaged ? `VIRTUAL_ENV=${environment} ` : ''}PATH="${environment}/bin:$PATH"`,
        ],
      },
    }),
    steps: userSteps(shipment, installs),
    ...(started !== undefined && { startAs: () => started }),
    why: madeHere
      ? `Packages are installed into an environment of their own, \`${environment}\`, because the hardened images keep Python elsewhere than the original; this one folder holds all of them, and is copied.`
      : own.length === 0
        ? ''
        : `The environment ${own.map((path) => `\`${path}\``).join(', ')} is copied as it is.`,
  };
}

function roleOf(command: ShellCommand): CommandRole | undefined {
  const { name, args } = command;
  if (packageCommand(command)?.manager.name === 'pip' || name === 'poetry' || name === 'pipenv')
    return 'installs';
  if (/^python[\d.]*$/.test(name) && args[0]?.value === '-m' && args[1]?.value === 'venv') return 'installs';
  // https://docs.djangoproject.com/en/stable/ref/django-admin/
  if (args.some(({ value }) => /^(?:collectstatic|compilemessages)$/.test(value))) return 'builds';
  return name === 'virtualenv' ? 'installs' : undefined;
}

function isInstall(command: ShellCommand): boolean {
  if (command.name === 'pipenv') return /^(?:install|sync)$/.test(command.args[0]?.value ?? '');
  const called = packageCommand(command);
  if (called?.manager.name === 'poetry') return ['install', 'sync', 'add'].includes(called.action);
  return called?.manager.name === 'pip' && called.action === 'install' && !hasFlag(command, '--dry-run');
}

/** Above the COPY that brings what is read there, so that it stands with its work directory. */
function beforeInstall({ stage, run }: Call): Instruction {
  const previous = stage.instructions[stage.instructions.indexOf(run) - 1];
  return previous?.keyword === 'COPY' ? previous : run;
}

/** In an environment pip knows no packages of a user. */
function userSteps({ dockerfile: { source } }: Shipment, installs: readonly Call[]): readonly Step[] {
  const edits = installs.flatMap(({ command }) => {
    const use = flagUse(command, '--user');
    return (use && removeFlag(source, use)) ?? [];
  });
  if (edits.length === 0) return [];
  return [
    {
      id: 'pip-user',
      title: 'Install into the environment instead of the home of root',
      why: 'What ships does not run as root, and does not look into its home.',
      edits,
    },
  ];
}

/** `poetry run` and `pipenv run` start a program of the environment, which is on PATH. */
function runnerStart([program = '', verb, ...words]: readonly string[]): StartChange | undefined {
  if (!/^(?:poetry|pipenv)$/.test(program) || verb !== 'run') return undefined;
  if (words.length === 0 || words[0]?.startsWith('-') === true) return undefined;
  return {
    words,
    title: `Start \`${words[0] ?? ''}\` from the environment instead of by \`${program} run\``,
    why: `${program} belongs to the build. The programs of the environment are on PATH.`,
  };
}
