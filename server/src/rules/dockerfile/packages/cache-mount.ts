import { addMount } from '../../../dockerfile/add-mount';
import { chainOf } from '../../../dockerfile/chain';
import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { type PackageManager } from '../../../shell/package-managers/manager';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';
import { brings } from './cache-left';
import { foldersOf, isTold, keepsCache, leavesCache } from './kept-cache';
import { packageCommandsOf, packageRunsOf, runsOf, spanOfCall } from './package-runs';

export const cacheMount = dockerfileRule({
  id: 'cache-mount',
  summary: 'A builder must keep what package managers download in a cache mount.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    base: 'Each time this layer is built anew, {program} downloads everything again. A cache mount keeps it between builds.',
    apt: "Each time this layer is built anew, {program} downloads everything again. A cache mount keeps it, once the image's /etc/apt/apt.conf.d/docker-clean is removed.",
  },
  sameAs: { tally: ['prefer-package-cache-mounts'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const isThere = layersBelow();
    for (const stage of dockerfile.stages) {
      if (dockerfile.ships(stage)) continue;
      for (const { run, calls: all } of packageRunsOf(stage)) {
        const calls = all.filter((call) => brings(call) && !call.manager.hasOwnCacheRules);
        if (calls.length === 0 || run.onbuild !== undefined) continue;
        // Where another call of the same RUN is told to keep none, that is what its author wants.
        const told = new Set<PackageManager>();
        for (const call of calls) if (isTold(stage, run, call)) told.add(call.manager);
        const wanting = calls.filter(
          (each) => !told.has(each.manager) && leavesCache(stage, run, each) && !isThere(stage, run, each),
        );
        const [call] = wanting;
        if (call === undefined) continue;
        report({
          message: call.manager.caches.some(({ path }) => path === '/var/cache/apt') ? 'apt' : 'base',
          at: spanOfCall(call),
          data: { program: call.command.name },
          findOffers: () => [mountCaches(dockerfile, { stage, run, calls: wanting })],
        });
      }
    }
  },
});

/** Calls of one RUN that want the same mounts. */
interface Place {
  readonly stage: Stage;
  readonly run: RunInstruction;
  readonly calls: readonly PackageCommand[];
}

/**
 * Says whether a layer below holds what the manifests name, brought by the same program: then little is left to fetch.
 */
function layersBelow(): (stage: Stage, run: RunInstruction, call: PackageCommand) => boolean {
  const firsts = new Map<Stage, ReadonlyMap<PackageManager, number>>();
  const firstsOf = (stage: Stage): ReadonlyMap<PackageManager, number> => {
    const known = firsts.get(stage);
    if (known !== undefined) return known;
    const found = new Map<PackageManager, number>();
    for (const { run, calls } of packageRunsOf(stage))
      for (const call of calls) {
        const { manager, command } = call;
        if (found.has(manager) || !restores(call) || command.conditional) continue;
        if (keepsCache(stage, run, call)) found.set(manager, run.index);
      }
    firsts.set(stage, found);
    return found;
  };
  return (stage, run, call) =>
    restores(call) &&
    chainOf(stage).some((below) => (firstsOf(below).get(call.manager) ?? run.index) < run.index);
}

function restores({ manager, action }: PackageCommand): boolean {
  return manager.restore.includes(action);
}

/** The RUNs that find there what this one leaves in the layer: with it in a mount, they need that mount too. */
function heirsOf({ stages }: Dockerfile, { stage, run, calls }: Place): readonly Place[] {
  const managers = new Set(calls.filter(restores).map(({ manager }) => manager));
  if (managers.size === 0) return [];
  return stages
    .filter((each) => chainOf(each).includes(stage))
    .flatMap((each) =>
      runsOf(each)
        .filter(({ index }) => index > run.index)
        .map((later) => ({
          stage: each,
          run: later,
          calls: packageCommandsOf(later).filter(
            (call) => restores(call) && managers.has(call.manager) && keepsCache(each, later, call),
          ),
        })),
    )
    .filter((each) => each.calls.length > 0);
}

/** Absent where it is not known where a cache lies, or where a mount would not belong to the user. */
function mountCaches(dockerfile: Dockerfile, place: Place): Fix | undefined {
  const targets = mountsOf(place)?.keys();
  if (targets === undefined) return undefined;
  const edits = [place, ...heirsOf(dockerfile, place)].map((each) => {
    const mounts = mountsOf(each);
    return (
      mounts &&
      [...mounts].map(([target, sharing]) =>
        addMount(dockerfile, each.run, `--mount=type=cache,target=${target}${sharing}`),
      )
    );
  });
  return edits.every((each) => each !== undefined)
    ? { title: `Mount a cache at ${[...targets].join(' and ')}`, edits: edits.flat() }
    : undefined;
}

/** Each folder to mount, with what the mount says besides. */
function mountsOf({ stage, run, calls }: Place): ReadonlyMap<string, string> | undefined {
  if (stage.before(run).user.isRoot !== true) return undefined;
  const mounts = new Map<string, string>();
  for (const call of calls) {
    const targets = foldersOf(stage, run, call)
      .filter(({ folder }) => folder.isWorthMount)
      .map(({ path }) => valueOf(path));
    if (targets.length === 0) return undefined;
    for (const target of targets) {
      if (target === undefined) return undefined;
      mounts.set(target, call.manager.locksCache ? ',sharing=locked' : '');
    }
  }
  return mounts;
}
