import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { commandsOf } from '../../../dockerfile/walk';
import { type ShellCommand } from '../../../shell/model';
import { packageCommandsOf, runsOf } from './package-runs';

/** Where apt-get update puts what it fetches. */
const folder = '/var/lib/apt/lists';

/** What takes it away again: the words that the official images' own Dockerfiles use. */
export const removeAptLists = `rm -rf ${folder}/*`;

/** Whether a command takes the lists away, or may do so. */
export function removesAptLists({ name, args }: ShellCommand): boolean {
  if (name === 'apt-get' || name === 'apt') return args.some(({ value }) => /^dist-?clean$/.test(value));
  return (
    (name === 'rm' || name === 'find') &&
    args.some(({ value }) => /\/var\/lib\/(?:apt|\*|\{.*\bapt\b)/.test(value))
  );
}

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

/** Whether a later RUN, here or in a stage that stands on this one, uses apt and does not fetch the lists itself. */
export function needsListsAfter({ stages }: Dockerfile, stage: Stage, run: RunInstruction): boolean {
  const above = new Set<Stage>([stage]);
  for (const each of stages) if (each.base.stage !== undefined && above.has(each.base.stage)) above.add(each);
  return [...above].some((each) =>
    runsOf(each).some((later) => (each !== stage || later.index > run.index) && usesListsOfOthers(later)),
  );
}

function usesListsOfOthers(run: RunInstruction): boolean {
  const first = packageCommandsOf(run).find(
    ({ manager: { name, refresh, uses }, verb: { value } }) =>
      name === 'apt' && (refresh.includes(value) || uses.includes(value)),
  );
  return first !== undefined && !first.manager.refresh.includes(first.verb.value);
}
