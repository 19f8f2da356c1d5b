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
  check({ dockerfile, source, report }) {
    const done = new Set<RunInstruction>();
    for (const { run, call } of leftCaches({ dockerfile }, ['apk'])) {
      const added = insertAfter(source, call.verb, ` ${flag}`);
      const others = packageCommandsOf(run).filter(
        (each) => each !== call && each.manager === call.manager && brings(each),
      );
      const isLast = others.every(({ command }) => hasFlag(command, flag));
      const update = isLast ? needlessUpdate(dockerfile, run)?.edit : undefined;
      report({
        message: 'base',
        at: spanOfCall(call),
        data: { flag },
        fix: added && { title: `Add ${flag}`, edits: update === undefined ? [added] : [update, added] },
      });
      done.add(run);
    }
    for (const stage of dockerfile.shippedStages)
      for (const run of runsOf(stage)) {
        if (done.has(run)) continue;
        const calls = packageCommandsOf(run).filter((each) => each.manager.name === 'apk' && brings(each));
        if (calls.length === 0 || !calls.every(({ command }) => hasFlag(command, flag))) continue;
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
