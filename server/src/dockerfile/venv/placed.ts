import { valueOf } from '../../text/known';
import { isIn } from '../artefacts/places';
import { stageCopiesOf } from '../artefacts/stage-copies';
import { type CopyInstruction, type Dockerfile, type RunInstruction, type Stage } from '../model';
import { ModelMap } from '../model-map';
import { commandsOf } from '../walk';
import { copiedFolders } from './copied';
import { leavesAlone } from './left-alone';
import { mayMakeVenv, venvMadeBy } from './made';
import { type PlacedVenv, type Venv } from './model';
import { VenvNode } from './venv-node';

type Placed = Map<Stage, readonly PlacedVenv[]>;

const cache = new ModelMap<Dockerfile, Placed>();

/**
 * The virtual environments that a stage holds at its end, whole and unchanged: made by its commands or those of the
 * stages below it, or copied from stages that hold them. One that something may have moved, changed or linked to is
 * left out.
 */
export function venvsIn(dockerfile: Dockerfile, stage: Stage): readonly PlacedVenv[] {
  let placed = cache.get(dockerfile);
  if (placed === undefined) {
    placed = new Map();
    cache.set(dockerfile, placed);
  }
  const known = placed.get(stage);
  if (known !== undefined) return known;
  if (!mayMakeVenv(dockerfile.source.text)) return [];
  // Stages stand on, and copy from, earlier ones only: in the order of the file, each finds there what it needs.
  for (const each of [...sourcesOf(stage, placed)].sort((a, b) => a.index - b.index))
    placed.set(each, placeIn(each, placed));
  return placed.get(stage) ?? [];
}

/** The stage, and all whose environments can have come to it, those left out that are worked out already. */
function sourcesOf(top: Stage, placed: Placed): ReadonlySet<Stage> {
  const found = new Set([top]);
  // A set goes on to what is added to it meanwhile.
  for (const stage of found) {
    const sources = [stage.base.stage, ...stageCopiesOf(stage).map(({ from }) => from)];
    for (const source of sources) if (source !== undefined && !placed.has(source)) found.add(source);
  }
  return found;
}

function placeIn(stage: Stage, placed: Placed): readonly PlacedVenv[] {
  let venvs = (stage.base.stage && placed.get(stage.base.stage)) ?? [];
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'RUN') venvs = afterRun(stage, instruction, venvs);
    else if (instruction.keyword === 'COPY') venvs = afterCopy(instruction, venvs, placed);
  }
  return venvs;
}

function afterRun(stage: Stage, run: RunInstruction, before: readonly PlacedVenv[]): readonly PlacedVenv[] {
  // What is not read as a script may do anything.
  if (run.script?.complete !== true) return [];
  let venvs = before;
  for (const command of commandsOf(run)) {
    const made = venvMadeBy(stage, run, command);
    if (made !== undefined) {
      const old = venvs.find(({ path }) => path === made.path);
      const venv = old === undefined ? made : again(old.venv, made);
      const copies = old?.copies ?? [];
      venvs = [...venvs.filter((each) => each !== old), { path: made.path, venv, copies }];
    } else if (venvs.length > 0) {
      venvs = venvs.filter(({ path }) => leavesAlone({ stage, run, command }, [path]));
    }
  }
  // A mounted folder is in no layer.
  return venvs.filter(({ path, venv }) => venv.run !== run || !isMounted(run, path));
}

function isMounted({ mounts }: RunInstruction, path: string): boolean {
  return mounts.some(({ target, type }) => {
    if (type === 'secret' || type === 'ssh' || target.state === 'absent') return false;
    // Where the project is mounted to be built, its environment is made beneath it and lost, too.
    return target.state === 'unknown' || isIn(path, target.value);
  });
}

/** An environment that another command fills stands on what it stood on, where nothing says otherwise. */
function again(old: Venv, next: Venv): Venv {
  const { stage, run, command, path, by } = old;
  const relocatable = old.relocatable || next.relocatable;
  return new VenvNode(
    { stage, run, command, path, by, relocatable, syncs: [...old.syncs, ...next.syncs] },
    () =>
      next.by === 'uv' || JSON.stringify(old.pythons) === JSON.stringify(next.pythons) ? old.pythons : [],
  );
}

function afterCopy(
  copy: CopyInstruction,
  before: readonly PlacedVenv[],
  placed: ReadonlyMap<Stage, readonly PlacedVenv[]>,
): readonly PlacedVenv[] {
  const destination = valueOf(copy.destinationPath);
  const { from } = copy;
  const there = (from?.stage && placed.get(from.stage)) ?? [];
  const comesTo = there.length === 0 ? undefined : copiedFolders(copy);
  const arrived = there.flatMap(({ path, venv, copies }): readonly PlacedVenv[] => {
    const to = comesTo?.(path);
    if (to === undefined) return [];
    const { argument, path: sourcePath } = to.source;
    return [{ path: to.path, venv, copies: [...copies, { copy, source: argument, sourcePath }] }];
  });
  if (arrived.length === 0 && before.length === 0) return before;
  const kept = before.filter(({ path }) => {
    if (arrived.some((each) => each.path === path)) return false;
    return destination === undefined || !isIn(destination, path);
  });
  return [...kept, ...arrived];
}
