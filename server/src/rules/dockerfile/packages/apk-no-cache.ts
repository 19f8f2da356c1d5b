import { type Dockerfile, type RunInstruction } from '../../../dockerfile/model';
import { removeCommand } from '../../../dockerfile/remove-command';
import { insertAfter } from '../../../shell/edits';
import { hasFlag } from '../../../shell/flags';
import { type PackageCommand } from '../../../shell/package-managers/package-command';
import { type Edit } from '../../../text/edit';
import { dockerfileRule } from '../../rule';
import { brings, leftCaches } from './cache-left';
import { keepsCache } from './kept-cache';
import { packageCommandsOf, runsOf, spanOfCall } from './package-runs';

const flag = '--no-cache';

export const apkNoCache = dockerfileRule({
  id: 'apk-no-cache',
  summary: '`apk` must not leave its index in the layer.',
  severity: 'info',
  fix: 'safe',
  messages: {
    base: 'The index of packages stays in /var/cache/apk, and the layer ships it. {flag} fetches a fresh one and keeps none.',
    update:
      'This leaves the index of the packages in the layer, and nothing needs it: {flag} below fetches a fresh one by itself.',
  },
  sameAs: { hadolint: ['DL3019'], trivy: ['DS-0025'] },
  since: '0.1.0',
  mentions: ['apk'],
  check({ dockerfile, source, report }) {
    const left = leftCaches({ dockerfile }, ['apk']);
    const counts = new Map<RunInstruction, number>();
    for (const { run } of left) counts.set(run, (counts.get(run) ?? 0) + 1);
    for (const { run, call } of left) {
      const added = insertAfter(source, call.verb, ` ${flag}`);
      // As long as another call works from the index, it must be fetched.
      const update =
        counts.get(run) === 1 && restKeepsNone(run, call) ? needlessUpdate(dockerfile, run) : undefined;
      report({
        message: 'base',
        at: spanOfCall(call),
        data: { flag },
        fix: added && {
          title: `Add ${flag}`,
          edits: update === undefined ? [added] : [update.edit, added],
        },
      });
    }
    for (const stage of dockerfile.shippedStages)
      for (const run of runsOf(stage)) {
        if (counts.has(run) || !installsByApk(run) || !restKeepsNone(run)) continue;
        const update = needlessUpdate(dockerfile, run);
        if (update === undefined || !keepsCache(stage, run, update.call)) continue;
        report({
          message: 'update',
          at: spanOfCall(update.call),
          data: { flag },
          fix: { title: 'Remove apk update', edits: [update.edit] },
        });
      }
  },
});

function installsByApk(run: RunInstruction): boolean {
  return packageCommandsOf(run).some((each) => each.manager.name === 'apk' && brings(each));
}

/** Whether all calls that install, but the one, are told to keep no index. */
function restKeepsNone(run: RunInstruction, call?: PackageCommand): boolean {
  return packageCommandsOf(run).every(
    (each) => each === call || each.manager.name !== 'apk' || !brings(each) || hasFlag(each.command, flag),
  );
}

/** An `apk update` before the other calls, where it can be taken out. */
function needlessUpdate(
  dockerfile: Dockerfile,
  run: RunInstruction,
): { readonly call: PackageCommand; readonly edit: Edit } | undefined {
  const [call] = packageCommandsOf(run).filter(({ manager }) => manager.name === 'apk');
  if (call?.action !== 'update' || hasFlag(call.command, flag)) return undefined;
  const edit = removeCommand(dockerfile, run, call.written);
  return edit && { call, edit };
}
