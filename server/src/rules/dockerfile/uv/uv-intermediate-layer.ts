import { dockerfileRule } from '../../rule';
import { splitSync } from './split-sync';
import { syncBehindCopy } from './sync-behind-copy';

export const uvIntermediateLayer = dockerfileRule({
  id: 'uv-intermediate-layer',
  summary: 'Dependencies must be synced in a layer of their own, before the project is copied.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'Every change of a source file installs all dependencies anew, because the project is copied above. Sync them first, with --no-install-project, then copy, then sync the project.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, context, report }) {
    for (const stage of dockerfile.stages) {
      const found = syncBehindCopy(dockerfile, stage);
      if (found === undefined) continue;
      const { call, copy } = found;
      // Where no RUN can start, a second one would fail as well.
      const isStarted = stage.base.facts.shell.state !== 'absent';
      report({
        message: 'base',
        at: call.span,
        offers: isStarted ? [splitSync(dockerfile, context, copy, call)] : [],
      });
    }
  },
});
