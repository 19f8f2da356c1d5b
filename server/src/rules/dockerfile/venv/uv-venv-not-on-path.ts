import { lastPart } from '../../../dockerfile/artefacts/places';
import { chainOf } from '../../../dockerfile/chain';
import { addLineBefore } from '../../../dockerfile/edits';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { packageCommandsOf } from '../../../dockerfile/package-commands';
import { searchPath } from '../../../dockerfile/search-path';
import { startedBy, type Started } from '../../../dockerfile/started';
import { pythonsIn } from '../../../dockerfile/venv/pythons';
import { uvCallsUpTo } from '../../../dockerfile/uv/uv-calls';
import { venvsIn } from '../../../dockerfile/venv/placed';
import { instructionsOf } from '../../../dockerfile/walk';
import { hasFlag } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { dockerfileRule, type Fix } from '../../rule';
import { OTHER_PROGRAMS, PYTHON_PROGRAMS } from './python-programs';

export const uvVenvNotOnPath = dockerfileRule({
  id: 'uv-venv-not-on-path',
  summary: 'What a container starts by name out of an environment must be found on PATH.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    python:
      'PATH lacks {path}/bin, so this is the Python of the image, which sees nothing of what the environment holds.',
    program: 'PATH lacks {path}/bin, so this is not found where the environment has it.',
  },
  since: '0.1.0',
  mentions: ['uv', 'venv', 'virtualenv', 'poetry', 'pipenv'],
  check({ dockerfile, report }) {
    const said = new Set<ShellCommand>();
    for (const stage of dockerfile.targets) {
      const path = searchPath(stage);
      if (path === undefined || mayFindAny(stage, path)) continue;
      const [venv, ...others] = venvsIn(dockerfile, stage);
      // Of several, only a person knows which one is meant.
      if (venv === undefined || others.length > 0 || path.includes(`${venv.path}/bin`)) continue;
      const started = startedBy(stage);
      const command = started && needsVenv(stage, started);
      if (started === undefined || command?.program === undefined || said.has(command)) continue;
      said.add(command);
      report({
        message: isPython(command.name) ? 'python' : 'program',
        at: command.program.span,
        data: { path: venv.path },
        offers: [addToPath(dockerfile, stage, started, venv.path)],
      });
    }
  },
});

/** Whether an environment may be found wherever it lies: one that looks like it is on PATH, or is told in another way. */
function mayFindAny(stage: Stage, path: readonly string[]): boolean {
  if (path.some((entry) => /\/\.?(?:\w*env)[\w.-]*\/bin$/.test(entry))) return true;
  const { variables, shell } = stage.final;
  if (['PYTHONPATH', 'BASH_ENV', 'ENV', 'PYTHONHOME'].some((name) => variables.has(name))) return true;
  // A login shell reads files that may set PATH.
  return shell.state === 'known' && shell.value.some((word) => /^-\w*l|^--login$/.test(word));
}

/** The command whose program the environment alone can have; absent where there is none for certain. */
function needsVenv(stage: Stage, { commands }: Started): ShellCommand | undefined {
  if (commands.some(changesPath) || hasOtherPackages(stage)) return undefined;
  const pythons = pythonsIn(stage);
  if (pythons === undefined) return undefined;
  const command = commands.find(({ name }) => isPython(name) || !OTHER_PROGRAMS.has(name));
  const program = command?.program;
  if (command === undefined || program?.literal !== true || program.value.includes('/')) return undefined;
  if (isPython(command.name)) return command.args.length > 0 ? command : undefined;
  if (isBrought(stage, command.name)) return undefined;
  if (PYTHON_PROGRAMS.has(command.name)) return command;
  // A program of the project itself: nothing else may have come into the image but what its Python brings.
  return pythons.found.length > 0 && !installsAny(stage) ? command : undefined;
}

function isPython(name: string): boolean {
  return /^python(?:3(?:\.\d+)?)?$/.test(name);
}

function changesPath({ name, program, assignments, args }: ShellCommand): boolean {
  if (name === '.' || name === 'source' || name === 'eval') return true;
  if (assignments.some((each) => /^(?:PATH|PYTHONPATH)$/.test(each.name))) return true;
  return (
    (program === undefined || name === 'export') &&
    args.some(({ value }) => /^(?:PATH|PYTHONPATH)=/.test(value))
  );
}

/** What the RUNs of a stage do with package managers; what the pip of an environment does there is left out. */
function packageCommandsIn(stage: Stage): readonly PackageCommand[] {
  return chainOf(stage)
    .flatMap((each) => instructionsOf(each, 'RUN').flatMap(packageCommandsOf))
    .filter(
      ({ program, manager }) =>
        manager.name !== 'uv' && !(manager.name === 'pip' && program.value.includes('/')),
    );
}

/** Whether packages may have been installed for the Python of the image itself. */
function hasOtherPackages(stage: Stage): boolean {
  const installed = packageCommandsIn(stage).some(({ manager, action, operands }) => {
    if (!/^(?:pip|pipx|conda|poetry|pipenv|pdm)$/.test(manager.packagesOf ?? manager.name)) return false;
    const isTools = operands.length > 0 && operands.every(({ value }) => TOOLS.test(value));
    return /install|sync/.test(action) && !isTools;
  });
  return (
    installed ||
    stage.final.variables.has('UV_SYSTEM_PYTHON') ||
    uvCallsUpTo(stage).some(({ command }) => hasFlag(command, '--system')) ||
    chainOf(stage).some(({ instructions }) =>
      instructions.some(({ text }) => /site-packages|dist-packages/.test(text.text)),
    )
  );
}

/** Packages that install others. */
const TOOLS = /^(?:pip|uv|poetry|pipenv|pdm|setuptools|virtualenv|wheel)(?:$|[^\w-])/;

/** Whether a file or a package of this name is put into the image. */
function isBrought(stage: Stage, name: string): boolean {
  if (packageCommandsIn(stage).some(({ operands }) => operands.some(({ value }) => value.startsWith(name))))
    return true;
  return chainOf(stage).some((each) =>
    instructionsOf(each, ['COPY', 'ADD']).some(({ sources, destination }) =>
      [...sources, ...(destination === undefined ? [] : [destination])].some(
        ({ text }) => lastPart(text.replace(/["']/g, '')).replace(/\.\w+$/, '') === name,
      ),
    ),
  );
}

function installsAny(stage: Stage): boolean {
  return packageCommandsIn(stage).some(({ manager, action }) => manager.install.includes(action));
}

function addToPath(
  dockerfile: Dockerfile,
  stage: Stage,
  { instruction }: Started,
  venv: string,
): Fix | undefined {
  if (instruction.stage !== stage) return undefined;
  const line = `ENV PATH="${venv}/bin:$PATH"`;
  return { title: `Add ${line}`, edits: [addLineBefore(dockerfile, instruction, line)] };
}
