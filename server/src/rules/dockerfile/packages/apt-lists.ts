import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { commandsOf } from '../../../dockerfile/walk';
import { type ShellCommand } from '../../../shell/model';
import { HintedPattern } from '../../../text/hinted-pattern';
import { packageCommandsOf, runsOf } from './package-runs';

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

/** Whether the lists are taken away in the RUN, after the command. */
export function removesListsAfter(run: RunInstruction, command: ShellCommand): boolean {
  const commands = commandsOf(run);
  return commands.slice(commands.indexOf(command) + 1).some(removesAptLists);
}

/** Which RUNs of a file work from lists that others have fetched. Read once, when first asked. */
export class ListUses {
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

  /** Whether a later RUN, here or in a stage that stands on this one, needs the lists that this RUN leaves. */
  after(stage: Stage, run: RunInstruction): boolean {
    return this.#below.has(stage) || (this.#last.get(stage) ?? -1) > run.index;
  }
}

function worksFromOthers(run: RunInstruction): boolean {
  const first = packageCommandsOf(run).find(
    ({ manager: { name, refresh, uses }, verb: { value } }) =>
      name === 'apt' && (refresh.includes(value) || uses.includes(value)),
  );
  return first !== undefined && !first.manager.refresh.includes(first.verb.value);
}
