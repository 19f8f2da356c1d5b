import { venvsIn } from '../../../dockerfile/venv/placed';
import { isIn } from '../../../dockerfile/artefacts/places';
import { resolvePath } from '../../../dockerfile/paths';
import { commandFolder } from '../../../dockerfile/command-folder';
import { isUvImage } from '../../../image/uv';
import { type CopyInstruction } from '../../../dockerfile/model';
import { packageCommand } from '../../../shell/package-managers/package-command';
import { type ShellCommand } from '../../../shell/model';
import { valueOf } from '../../../text/known';
import { type HardenedBase } from '../../hardened-base';
import { type Step } from '../../plan';
import {
  type Artefact,
  type Call,
  type CommandRole,
  type Reading,
  type Shipment,
  type StartChange,
} from '../language';
import { copiedPackages, isOnPythonPath, programFolders } from './copied-packages';
import { isInstall, roleOf, toldFolder } from './installs';
import { beforeInstall, copiedVenvStep, environment, intoVenvEdits, linesOfVenv } from './into-venv';
import { oldFolders, packagesStart } from './packages-start';
import { installedVersion, installerSteps } from './uv-source';

/** Packages that pip, uv's pip, Poetry or Pipenv installs, into an environment: that of the file, or a new one. */
export function readPip(shipment: Shipment, runtime: HardenedBase): Reading {
  const { calls, dockerfile, stage } = shipment;
  const commands = new Map<ShellCommand, CommandRole>();
  const installs: Call[] = [];
  for (const call of calls) {
    const { command, run } = call;
    const role = roleOf(command);
    if (role !== undefined) commands.set(command, role);
    if (installedVersion(run.script?.commands ?? []) !== undefined) commands.set(command, 'installs');
    else if (isInstall(command)) installs.push(call);
  }
  const copied = copiedPackages(shipment, runtime);
  if (copied !== undefined && 'stuck' in copied)
    return {
      refuse: `Packages lie in \`${copied.stuck}\`, and the hardened Python looks for them elsewhere. Install into an environment (\`python -m venv /opt/venv\`) and copy that; then this file can be migrated.`,
    };
  const own = venvsIn(dockerfile, stage).map(({ path }) => path);
  const folders = installs.map(toldFolder);
  // What PYTHONPATH names is found by any Python, so it is copied as it is.
  const isFolder = folders.every((folder) => folder !== undefined && isOnPythonPath(stage, folder));
  const [first] = installs;
  const madeHere = own.length === 0 && first !== undefined && !isFolder;
  const made = isFolder ? [...new Set(folders.flatMap((folder) => folder ?? []))] : [];
  const environments = madeHere ? [environment] : [...own, ...made];
  const isManifestToo = installs.some(({ command }) => /^(?:poetry|pipenv)$/.test(command.name));
  const known = [
    ...folders.flatMap((folder) => (folder === undefined ? [] : programFolders([folder]))),
    ...programFolders(copied?.targets ?? []),
  ];
  const isMoved = madeHere || copied !== undefined;
  const words = shipment.start?.words ?? [];
  const started = runnerStart(words) ?? packagesStart(words, isMoved ? oldFolders(shipment, known) : []);
  return {
    commands,
    artefacts: environments.map((path): Artefact => ({ path })),
    isManifest: (name) =>
      /^(?:requirements[\w.-]*\.(?:txt|in)|constraints[\w.-]*\.txt|Pipfile(?:\.lock)?|poetry\.lock|setup\.cfg)$/.test(
        name,
      ) ||
      (isManifestToo && name === 'pyproject.toml'),
    isBuildOnly: (copy) =>
      (copy.from?.image !== undefined && isUvImage(copy.from.image)) || isInstalledFrom(copy, installs),
    isBuildVariable: (name) => /^(?:PIP_|UV_|POETRY_|PIPENV_)\w+$/.test(name),
    ...(madeHere && {
      lines: [`ENV PATH="${environment}/bin:$PATH"`],
      prepare: { before: beforeInstall(first), lines: linesOfVenv(installs) },
    }),
    steps: [
      ...installerSteps(shipment, runtime.listed.system),
      ...(madeHere ? placeSteps(shipment, installs) : []),
      ...(copied === undefined ? [] : [copiedVenvStep(dockerfile, stage, copied)]),
    ],
    ...(started !== undefined && { startAs: () => started }),
    why: madeHere
      ? `Packages are installed into an environment of their own, \`${environment}\`, because the hardened images keep Python elsewhere than the original; this one folder holds all of them, and is copied.`
      : environments.length === 0
        ? ''
        : own.length > 0
          ? `The environment ${own.map((path) => `\`${path}\``).join(', ')} is copied as it is.`
          : `The packages lie in ${made.map((path) => `\`${path}\``).join(', ')}, which \`PYTHONPATH\` names, so that the hardened Python finds them there, too.`,
  };
}

/** Whether a COPY brings what pip installs: wheels. */
function isInstalledFrom({ destinationPath }: CopyInstruction, installs: readonly Call[]): boolean {
  const target = valueOf(destinationPath);
  return (
    target !== undefined &&
    target !== '/' &&
    installs.some(({ stage, run, command }) => {
      const words = packageCommand(command)?.operands ?? [];
      const folder = commandFolder(stage, run, command);
      return words.some(({ value }) => {
        if (!/(?:\.whl|\/\*|\*\.whl)$/.test(value)) return false;
        return isIn(valueOf(resolvePath(value.replace(/\/[^/]*$/, ''), folder)) ?? '', target);
      });
    })
  );
}

/** Flags and variables that lead packages away from the environment go. */
function placeSteps({ dockerfile }: Shipment, installs: readonly Call[]): readonly Step[] {
  const edits = intoVenvEdits(dockerfile, installs);
  if (edits.length === 0) return [];
  return [
    {
      id: 'pip-place',
      title: 'Install into the environment, and to no other place',
      why: 'Flags and variables that name another place for packages, such as the home of an account or the Python of the system, would lead past the environment that is copied.',
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
