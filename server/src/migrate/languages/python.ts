import { type Instruction } from '../../dockerfile/model';
import { venvsIn } from '../../dockerfile/venv/placed';
import { hasFlag } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { packageCommand } from '../../shell/package-managers/package-command';
import {
  type Artefact,
  type Call,
  type CommandRole,
  type Language,
  type Reading,
  type Shipment,
} from './language';

/** Where pip installs to when the file has no environment of its own. */
const environment = '/opt/venv';

/** Python with pip into an environment: that of the file, or a new one. */
export const python: Language = {
  id: 'python',
  name: 'Python',
  read(shipment) {
    if (shipment.runtime?.repository !== 'python') return undefined;
    return readPip(shipment);
  },
};

function readPip(shipment: Shipment): Reading {
  const { calls, dockerfile, stage } = shipment;
  const commands = new Map<ShellCommand, CommandRole>();
  const installs: Call[] = [];
  for (const call of calls) {
    const role = roleOf(call);
    if (role !== undefined) commands.set(call.command, role);
    if (role === 'installs' && isPipInstall(call.command)) installs.push(call);
  }
  const own = venvsIn(dockerfile, stage).map(({ path }) => path);
  const [first] = installs;
  const madeHere = own.length === 0 && first !== undefined;
  const environments = madeHere ? [environment] : own;
  const artefacts = environments.map((path): Artefact => ({ path }));
  return {
    commands,
    artefacts,
    isManifest: (name) =>
      /^(?:requirements[\w.-]*\.(?:txt|in)|constraints[\w.-]*\.txt|Pipfile(?:\.lock)?|poetry\.lock|uv\.lock|setup\.cfg)$/.test(
        name,
      ),
    isBuildVariable: (name) => /^(?:PIP_|UV_|POETRY_|PIPENV_)\w+$/.test(name),
    ...(madeHere && {
      lines: [`ENV PATH="${environment}/bin:$PATH"`],
      prepare: {
        before: beforeInstall(first),
        lines: ['RUN python -m venv /opt/venv', 'ENV PATH="/opt/venv/bin:$PATH"'],
      },
    }),
    checks: (url) => ['python', '-c', `import urllib.request; urllib.request.urlopen('${url}')`],
    ignore: ['.venv', 'venv', '__pycache__', '*.pyc', '.pytest_cache', '.mypy_cache', '.ruff_cache'],
    why: madeHere
      ? `pip installs into an environment of its own, \`${environment}\`, because the two images keep Python elsewhere than the original; this one folder holds all packages, and is copied.`
      : `The environment ${environments.map((path) => `\`${path}\``).join(', ')} is copied as it is.`,
  };
}

function roleOf({ command }: Call): CommandRole | undefined {
  const called = packageCommand(command);
  if (called?.manager.name === 'pip') return 'installs';
  const { name, args } = command;
  if (/^python[\d.]*$/.test(name) && args[0]?.value === '-m' && args[1]?.value === 'venv') return 'installs';
  // https://docs.djangoproject.com/en/stable/ref/django-admin/
  if (args.some(({ value }) => /^(?:collectstatic|compilemessages)$/.test(value))) return 'builds';
  return name === 'virtualenv' ? 'installs' : undefined;
}

function isPipInstall(command: ShellCommand): boolean {
  const called = packageCommand(command);
  return called?.action === 'install' && !hasFlag(command, '--target', '-t');
}

/** Above the COPY that brings what pip reads, so that it stands with its work directory. */
function beforeInstall({ stage, run }: Call): Instruction {
  const index = stage.instructions.indexOf(run);
  const previous = stage.instructions[index - 1];
  return previous?.keyword === 'COPY' ? previous : run;
}
