import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { type ShellCommand, type ShellScript } from '../../../shell/model';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { dockerfileRule, type Fix } from '../../rule';
import { areListsUsedAfter, hasMountForLists, removeAptLists, removesListsAfter } from './apt-lists';
import { joinRuns } from './join-runs';
import { packageCommandsOf, packageRunsOf, spanOfCall } from './package-runs';

export const packageUpdateAlone = dockerfileRule({
  id: 'package-update-alone',
  summary: 'Package lists must be fetched in the RUN that installs from them.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'This layer is kept in the build cache, so a later install works from stale lists. Fetch them in the RUN that installs.',
  },
  sameAs: { trivy: ['DS-0017'], checkov: ['CKV_DOCKER_5'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages)
      for (const { run, script, calls } of packageRunsOf(stage)) {
        const update = updateAlone(script, calls);
        if (update === undefined) continue;
        report({
          message: 'base',
          at: spanOfCall(update),
          offers: [join(dockerfile, stage, run, update)],
        });
      }
  },
});

/** The first command of a script that fetches lists, where no other brings anything. */
function updateAlone(
  { commands }: ShellScript,
  calls: readonly PackageCommand[],
): PackageCommand | undefined {
  const update = calls.find(({ manager, verb }) => manager.refresh.includes(verb.value));
  return update !== undefined && commands.every((each) => bringsNothing(each, calls)) ? update : undefined;
}

/** Programs that neither install packages nor run what might. */
const harmless = new Set([
  ...[
    ':',
    '[',
    'add-apt-repository',
    'apt-key',
    'apt-mark',
    'cat',
    'cd',
    'chmod',
    'chown',
    'cp',
    'curl',
    'date',
  ],
  ...[
    'dpkg',
    'echo',
    'exit',
    'export',
    'false',
    'find',
    'gpg',
    'grep',
    'head',
    'install',
    'ln',
    'ls',
    'mkdir',
    'mv',
  ],
  ...[
    'printf',
    'rm',
    'rpm',
    'sed',
    'set',
    'sleep',
    'sort',
    'tail',
    'tee',
    'test',
    'touch',
    'tr',
    'true',
    'wget',
  ],
]);

function bringsNothing(command: ShellCommand, calls: readonly PackageCommand[]): boolean {
  const call = calls.find((each) => each.written === command);
  if (call !== undefined && call.manager.refresh.length > 0)
    return !call.manager.uses.includes(call.verb.value);
  return command.program === undefined || harmless.has(command.name);
}

/** Offers to make one RUN of this and the next instruction, where that installs by the same manager. */
function join(
  dockerfile: Dockerfile,
  stage: Stage,
  run: RunInstruction,
  update: PackageCommand,
): Fix | undefined {
  const next = instructionsOf(stage, 'RUN').find(({ index }) => index === run.index + 1);
  if (next === undefined || run.onbuild !== undefined) return undefined;
  const { script } = next;
  const install = packageCommandsOf(next).find(
    ({ manager, verb }) => manager === update.manager && manager.uses.includes(verb.value),
  );
  if (install === undefined || script === undefined) return undefined;
  const leavesLists =
    update.manager.name === 'apt' &&
    dockerfile.ships(stage) &&
    !hasMountForLists(run) &&
    !removesListsAfter(script, install.command);
  // Without the lists a later RUN would fail, and with them they would be left in the layer.
  if (leavesLists && areListsUsedAfter(dockerfile, stage, next)) return undefined;
  const edits = joinRuns(dockerfile, run, next, leavesLists ? removeAptLists : undefined);
  return edits && { title: 'Join with the RUN below', edits };
}
