import { appendCommand } from '../../../dockerfile/append-command';
import { dockerfileRule } from '../../rule';
import { hasMountForLists, ListUses, removeAptLists, removesListsAfter } from './apt-lists';
import { packageCommandsOf, runsOf, spanOfCall } from './package-runs';

export const aptListsLeft = dockerfileRule({
  id: 'apt-lists-left',
  summary: 'The lists that `apt-get update` fetches must not stay in the layer.',
  severity: 'info',
  fix: 'safe',
  messages: {
    base: 'The package lists stay in the layer, tens of megabytes that grow stale. Remove them in the same RUN.',
  },
  sameAs: { hadolint: ['DL3009'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const uses = new ListUses(dockerfile);
    for (const stage of dockerfile.stages) {
      if (!dockerfile.ships(stage)) continue;
      for (const run of runsOf(stage)) {
        const calls = packageCommandsOf(run).filter(({ manager }) => manager.name === 'apt');
        const update = calls.findLast(({ manager, verb }) => manager.refresh.includes(verb.value));
        // Without a command that needs the lists, package-update-alone speaks.
        if (update === undefined || !calls.some(({ manager, verb }) => manager.uses.includes(verb.value)))
          continue;
        if (hasMountForLists(run) || removesListsAfter(run, update.command)) continue;
        const edit = uses.after(stage, run) ? undefined : appendCommand(dockerfile, run, removeAptLists);
        report({
          message: 'base',
          at: spanOfCall(update),
          fix: edit && { title: `Add ${removeAptLists}`, edits: [edit] },
        });
      }
    }
  },
});
