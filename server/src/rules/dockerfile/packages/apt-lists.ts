import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { type ShellCommand, type ShellScript } from '../../../shell/model';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { HintedPattern } from '../../../text/hinted-pattern';
import { packageCommandsOf, runsOf, type PackageRun } from './package-runs';

/** Where apt-get update puts what it fetches. */
const folder = '/var/lib/apt/lists';

/** What takes it away again: the words that the official images' own Dockerfiles use. */
export const removeAptLists = `rm -rf ${folder}/*`;

/** Whether a command takes the lists away, or may do so. */
export function removesAptLists({ name, args }: ShellCommand): boolean {
  if (name === 'apt-get' || name === 'apt')
    return args.some(({ value }) => value === 'distclean' || value === 'dist-clean');
  return (
    (name === 'rm' || name === 'find') &&
    args.some(
      ({ value }) =>
        value.includes('/var/lib/apt') || value.includes('/var/lib/*') || aptAmongFolders.test(value),
    )
  );
}

const aptAmongFolders = new HintedPattern(/\/var\/lib\/\{.*\bapt\b/, '/var/lib/{');

/** Whether the lists go into something that is no layer: a cache or tmpfs mount. */
export function hasMountForLists({ mounts }: RunInstruction): boolean {
  return mounts.some(({ type, target }) => {
    if (type !== 'cache' && type !== 'tmpfs') return false;
    return (
      target.state !== 'known' || `${folder}/`.startsWith(target.value === '/' ? '/' : `${target.value}/`)
    );
  });
}

/** Whether the lists are taken away in the script, after the command. */
export function removesListsAfter({ commands }: ShellScript, command: ShellCommand): boolean {
  return commands.slice(commands.indexOf(command) + 1).some(removesAptLists);
}

/** The last command of a RUN that fetches the lists, where another one works from lists and none takes them away after it. */
export function listsLeftBy({ script, calls }: PackageRun): PackageCommand | undefined {
  let update: PackageCommand | undefined;
  let isUsed = false;
  for (const call of calls) {
    const { manager, verb } = call;
    if (manager.name !== 'apt') continue;
    if (manager.refresh.includes(verb.value)) update = call;
    else if (manager.uses.includes(verb.value)) isUsed = true;
  }
  const isLeft = update !== undefined && isUsed && !removesListsAfter(script, update.command);
  return isLeft ? update : undefined;
}

/** Whether a later RUN, here or in a stage that stands on this one, needs the lists that this RUN leaves. */
export function areListsUsedAfter(dockerfile: Dockerfile, stage: Stage, run: RunInstruction): boolean {
  return listUses(dockerfile).after(stage, run);
}

/** Which RUNs of a file work from lists that others have fetched. */
class ListUses {
  /** Position of the last such RUN of a stage. */
  readonly #last = new Map<Stage, number>();
  /** Stages that another one stands on which has such a RUN. */
  readonly #below = new Set<Stage>();

  constructor({ stages }: Dockerfile) {
    for (const stage of stages.toReversed()) {
      const last = runsOf(stage).findLast(worksFromOthers);
      if (last !== undefined) this.#last.set(stage, last.index);
      const base = stage.base.stage;
      if (base !== undefined && (last !== undefined || this.#below.has(stage))) this.#below.add(base);
    }
  }

  after(stage: Stage, run: RunInstruction): boolean {
    return this.#below.has(stage) || (this.#last.get(stage) ?? -1) > run.index;
  }
}

const listUses = factOf((dockerfile: Dockerfile) => new ListUses(dockerfile));

function worksFromOthers(run: RunInstruction): boolean {
  const first = packageCommandsOf(run).find(
    ({ manager: { name, refresh, uses }, verb: { value } }) =>
      name === 'apt' && (refresh.includes(value) || uses.includes(value)),
  );
  return first !== undefined && !first.manager.refresh.includes(first.verb.value);
}
