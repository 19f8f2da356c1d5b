import { chainOf } from '../../../dockerfile/chain';
import { commandFolder } from '../../../dockerfile/command-folder';
import { environmentOf } from '../../../dockerfile/command-environment';
import { type Instruction, type Stage } from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { instructionsOf, commandsOf } from '../../../dockerfile/walk';
import { hasFlag, operands } from '../../../shell/flags';
import { valueOf } from '../../../text/known';
import { pathBelow } from '../context/copy-target';
import { isSetByImage } from './image-environment';
import { uvCallsUpTo, type UvCall } from './uv-calls';
import { projectVenv, syncsProject } from './uv-project';
import { isFromUv } from './uv-source';

/** Flags by which `uv pip` installs elsewhere than into the environment that it finds. */
const elsewhere = ['--target', '-t', '--prefix', '--python', '-p', '--dry-run', '--help', '-h', '--user'];

/** Variables by which it finds one: https://docs.astral.sh/uv/pip/environments/#discovery-of-python-environments */
const variables = ['VIRTUAL_ENV', 'CONDA_PREFIX', 'UV_PYTHON'];

/**
 * Whether a call of `uv pip` may find a virtual environment: an active one, or a `.venv` in the folder that it runs in or
 * above; or whether it needs none.
 */
export function mayHaveVenv(call: UvCall): boolean {
  const { stage, run, command } = call;
  if (hasFlag(command, ...elsewhere)) return true;
  const isActive = variables.some(
    (name) =>
      environmentOf(stage, run, command, name).state !== 'absent' || isSetByImage(stage, name) !== false,
  );
  if (isActive || setsPath(stage, run)) return true;
  const chain = chainOf(stage);
  const isMade = chain.some((each) =>
    each.instructions.some((other) => other.index <= run.index && mayMake(other, call)),
  );
  if (isMade) return true;
  const folder = valueOf(commandFolder(stage, run, command));
  return uvCallsUpTo(stage).some((each) => {
    if (each.span.start >= call.span.start) return false;
    const path = madeBy(each);
    if (path === 'none') return false;
    if (path === undefined || folder === undefined) return true;
    return path.endsWith('/.venv') && pathBelow(path.slice(0, -'/.venv'.length) || '/', folder) !== undefined;
  });
}

/** Folders that uv and the tools installed by it are in, which no Python is beside. */
const toolFolders = /^(?:\/root|\/home\/[\w.-]+|\$HOME|\$\{HOME\}|~)\/\.(?:local|cargo)\/bin\/?$/;

/** Whether PATH may lead to the Python of a virtual environment. */
function setsPath(stage: Stage, before: Instruction): boolean {
  return chainOf(stage).some((each) =>
    instructionsOf(each, ['ENV', 'ARG']).some(
      ({ index, pairs }) =>
        index < before.index &&
        pairs.some(
          ({ name, value }) =>
            name === 'PATH' &&
            !(value ?? '$').split(':').every((part) => /^\$\{?PATH\}?$/.test(part) || toolFolders.test(part)),
        ),
    ),
  );
}

/** Where a call of uv makes an environment; `none` where it makes none, absent where that is not known. */
function madeBy(call: UvCall): string | undefined {
  if (call.verb === 'venv') {
    const [, path] = operands(call.command, ['--python', '-p', '--prompt', '--cache-dir', '--index-url']);
    if (path !== undefined && !path.literal) return undefined;
    return valueOf(resolvePath(path?.value ?? '.venv', commandFolder(call.stage, call.run, call.command)));
  }
  return syncsProject(call) === false ? 'none' : valueOf(projectVenv(call));
}

/** Whether an instruction may bring an environment in another way. */
function mayMake(instruction: Instruction, { command }: UvCall): boolean {
  switch (instruction.keyword) {
    case 'RUN':
      if (instruction.script === undefined) return true;
      return commandsOf(instruction).some(
        ({ name, args, span }) =>
          span.start < command.span.start &&
          (/^(?:source|\.|virtualenv|conda|mamba|micromamba|poetry|pdm|pipenv|hatch|nox|tox|make|just|eval)$|\.sh$/.test(
            name,
          ) ||
            (/^(?:python|pypy)[\d.]*$/.test(name) &&
              args.some(({ value }) => /venv|virtualenv/.test(value))) ||
            (name === 'export' && args.some(({ value }) => /^(?:PATH|VIRTUAL_ENV)=/.test(value)))),
      );
    case 'COPY':
    case 'ADD':
      return instruction.flags.some(({ name }) => name === 'from') && !isFromUv(instruction.from);
    default:
      return false;
  }
}
