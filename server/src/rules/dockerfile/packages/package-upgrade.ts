import { removeInstruction } from '../../../dockerfile/edits';
import { type Dockerfile, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { removeCommand } from '../../../dockerfile/remove-command';
import { commandsOf } from '../../../dockerfile/walk';
import { hasFlag } from '../../../shell/flags';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { dockerfileRule, type Fix } from '../../rule';
import { areListsUsedAfter } from './apt-lists';
import { packageCommandsOf, packageRunsOf, spanOfCall } from './package-runs';

export const packageUpgrade = dockerfileRule({
  id: 'package-upgrade',
  summary: 'An image must get newer packages by a newer base image.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'What this brings depends on the day of the build, and it doubles in size what it replaces. A newer base image brings the same.',
  },
  sameAs: { hadolint: ['DL3035'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    // What a builder runs on does not ship.
    for (const stage of dockerfile.shippedStages)
      for (const { run, calls } of packageRunsOf(stage))
        for (const call of calls) {
          const { manager, command, action, operands } = call;
          // Managers of languages have no base image whose packages these would be.
          if (manager.refresh.length === 0 && manager.name !== 'apk') continue;
          if (!manager.upgrade.includes(action) || operands.length > 0) continue;
          if (/minimal|^patch$/.test(action) || hasFlag(command, ...onlySome)) continue;
          report({
            message: 'base',
            at: spanOfCall(call),
            offers: [withoutUpgrade(dockerfile, stage, run, call)],
          });
        }
  },
});

/** Flags by which only what mends a fault is upgraded, or nothing. */
const onlySome = [
  '--security',
  '--sec-severity',
  '--bugfix',
  '--advisory',
  '--cve',
  '-s',
  '--dry-run',
  '--help',
];

function withoutUpgrade(
  dockerfile: Dockerfile,
  stage: Stage,
  run: RunInstruction,
  { written, manager }: PackageCommand,
): Fix | undefined {
  const others = packageCommandsOf(run).filter((each) => each.written !== written);
  if (others.some((each) => each.manager === manager && each.manager.uses.includes(each.action))) {
    const edit = removeCommand(dockerfile, run, written);
    return edit && { title: 'Remove the upgrade', edits: [edit] };
  }
  // All the rest of the RUN may be there for the upgrade only: the lists that it needs, what it leaves.
  const isAll = commandsOf(run).every(
    (each) =>
      each === written ||
      others.some((other) => other.written === each && other.manager === manager) ||
      (each.name === 'rm' && each.args.every(({ value }) => /^-|^\/var\/(?:lib|cache)\//.test(value))) ||
      each.name === 'set',
  );
  if (!isAll || run.onbuild !== undefined || areListsUsedAfter(dockerfile, stage, run)) return undefined;
  return { title: 'Remove this RUN', edits: [removeInstruction(dockerfile, run)] };
}
