import { addMount } from '../../../dockerfile/add-mount';
import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { valueOf } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';
import { brings } from './cache-left';
import { foldersOf, isTold, keepsCache } from './kept-cache';
import { packageCommandsOf, runsOf, spanOfCall } from './package-runs';

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
    for (const stage of dockerfile.stages) {
      if (dockerfile.ships(stage)) continue;
      for (const run of runsOf(stage)) {
        if (run.onbuild !== undefined) continue;
        const calls = packageCommandsOf(run).filter(brings);
        const call = calls.find((each) => keepsCache(stage, run, each));
        // Where another call of the same RUN is told to keep none, that is what its author wants.
        if (
          call === undefined ||
          calls.some((each) => each.manager === call.manager && isTold(stage, run, each))
        )
          continue;
        report({
          message: call.manager.caches.some(({ path }) => path === '/var/cache/apt') ? 'apt' : 'base',
          at: spanOfCall(call),
          data: { program: call.command.name },
          offers: [mountCaches(dockerfile, stage, run, call)],
        });
      }
    }
  },
});

/** Absent where it is not known where the cache lies, or where a mount would not belong to the user. */
function mountCaches(
  dockerfile: Dockerfile,
  stage: Stage,
  run: RunInstruction,
  call: PackageCommand,
): Fix | undefined {
  if (stage.before(run).user.isRoot !== true) return undefined;
  const targets = foldersOf(stage, run, call)
    .filter(({ folder }) => folder.isWorthMount)
    .map(({ path }) => valueOf(path));
  if (targets.length === 0 || targets.includes(undefined)) return undefined;
  const sharing = call.manager.locksCache ? ',sharing=locked' : '';
  return {
    title: `Mount a cache at ${targets.join(' and ')}`,
    edits: targets.map((target) =>
      addMount(dockerfile, run, `--mount=type=cache,target=${target ?? ''}${sharing}`),
    ),
  };
}
