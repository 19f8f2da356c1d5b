import { appendCommand } from '../../../dockerfile/append-command';
import { dockerfileRule } from '../../rule';
import { areListsUsedAfter, hasMountForLists, listsLeftBy, removeAptLists } from './apt-lists';
import { packageRunsOf, spanOfCall } from './package-runs';

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
  mentions: ['apt'],
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages) {
      if (!dockerfile.ships(stage)) continue;
      for (const each of packageRunsOf(stage)) {
        const { run } = each;
        // Without a command that needs the lists, package-update-alone speaks.
        const update = listsLeftBy(each);
        if (update === undefined || hasMountForLists(run)) continue;
        const edit = areListsUsedAfter(dockerfile, stage, run)
          ? undefined
          : appendCommand(dockerfile, run, removeAptLists);
        report({
          message: 'base',
          at: spanOfCall(update),
          fix: edit && { title: `Add ${removeAptLists}`, edits: [edit] },
        });
      }
    }
  },
});
