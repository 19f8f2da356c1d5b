import { chainOf } from '../../../dockerfile/chain';
import { commandFolder } from '../../../dockerfile/command-folder';
import { environmentOf } from '../../../dockerfile/command-environment';
import { type Instruction, type Pair, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { resolvePath } from '../../../dockerfile/paths';
import { commandsOf } from '../../../dockerfile/walk';
import { hasFlag, operands } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { valueOf } from '../../../text/known';
import { pathBelow } from '../context/copy-target';
import { isSetByImage } from './image-environment';
import { uvCallsUpTo, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { projectVenv, syncsProject } from '../../../dockerfile/uv/uv-project';
import { isFromUv } from './uv-source';

/** Flags by which `uv pip` installs elsewhere than into the environment that it finds. */
const elsewhere = ['--target', '-t', '--prefix', '--python', '-p', '--dry-run', '--help', '-h', '--user'];

/** Variables by which it finds one: https://docs.astral.sh/uv/pip/environments/#discovery-of-python-environments */
const variables = ['VIRTUAL_ENV', 'CONDA_PREFIX', 'UV_PYTHON', 'UV_PROJECT_ENVIRONMENT'];

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
  const { otherwise, made } = environmentsOf(stage);
  const { start } = call.span;
  if (isActive || otherwise < start) return true;
  const folder = valueOf(commandFolder(stage, run, command));
  return [...made].some(([path, at]) => {
    if (at >= start) return false;
    if (path === undefined || folder === undefined) return true;
    return path.endsWith('/.venv') && pathBelow(path.slice(0, -'/.venv'.length) || '/', folder) !== undefined;
  });
}

/** What a stage and those that it stands on have of environments. */
interface Environments {
  /** Where one may first come otherwise than by uv; infinite where none does. */
  readonly otherwise: number;
  /** Those that uv makes, by path, with where it does so first; under `undefined` those of which the path is not known. */
  readonly made: ReadonlyMap<string | undefined, number>;
}

const found = new ModelMap<Stage, Environments>();

function environmentsOf(stage: Stage): Environments {
  let environments = found.get(stage);
  if (environments === undefined) {
    const made = new Map<string | undefined, number>();
    for (const call of uvCallsUpTo(stage)) {
      const path = madeBy(call);
      if (path !== 'none' && !made.has(path)) made.set(path, call.span.start);
    }
    environments = { otherwise: Math.min(...chainOf(stage).map(firstOtherwise)), made };
    found.set(stage, environments);
  }
  return environments;
}

const firsts = new ModelMap<Stage, number>();

function firstOtherwise(stage: Stage): number {
  let first = firsts.get(stage);
  if (first === undefined) {
    first = Infinity;
    for (const instruction of stage.instructions) {
      first = placeOf(instruction) ?? Infinity;
      if (first < Infinity) break;
    }
    firsts.set(stage, first);
  }
  return first;
}

/** Folders that uv and the tools installed by it are in, which no Python is beside. */
const toolFolders = /^(?:\/root|\/home\/[\w.-]+|\$HOME|\$\{HOME\}|~)\/\.(?:local|cargo)\/bin\/?$/;

/** Whether PATH may lead to the Python of a virtual environment. */
function leadsElsewhere({ name, value }: Pair): boolean {
  if (name !== 'PATH') return false;
  return !(value ?? '$').split(':').every((part) => /^\$\{?PATH\}?$/.test(part) || toolFolders.test(part));
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

/** Where an instruction may bring an environment, or puts one on PATH; absent where it does not. */
function placeOf(instruction: Instruction): number | undefined {
  const { start } = instruction.span;
  switch (instruction.keyword) {
    case 'RUN':
      if (instruction.script === undefined) return start;
      return commandsOf(instruction).find(mayMake)?.span.start;
    case 'COPY':
    case 'ADD': {
      const { flags, from } = instruction;
      return flags.some(({ name }) => name === 'from') && !isFromUv(from) ? start : undefined;
    }
    case 'ENV':
    case 'ARG':
      return instruction.pairs.some(leadsElsewhere) ? start : undefined;
    default:
      return undefined;
  }
}

/** Programs that make or activate environments, or may. */
const makers =
  /^(?:source|\.|virtualenv|conda|mamba|micromamba|poetry|pdm|pipenv|hatch|nox|tox|make|just|eval)$|\.sh$/;

function mayMake({ name, args }: ShellCommand): boolean {
  if (makers.test(name)) return true;
  if (/^(?:python|pypy)[\d.]*$/.test(name)) return args.some(({ value }) => value.includes('venv'));
  return name === 'export' && args.some(({ value }) => /^(?:PATH|VIRTUAL_ENV)=/.test(value));
}
