import { rootOf } from '../../../dockerfile/chain';
import { instructionsOf } from '../../../dockerfile/walk';
import { dockerfileRule } from '../../rule';
import { mayHaveGainedShell } from '../hardened/gained-shell';
import { lackingManager } from './lacking-manager';
import { moveToBuilder } from './move-to-builder';
import { toBuildVariant } from './to-build-variant';

export const dhiRunWithoutShell = dockerfileRule({
  id: 'dhi-run-without-shell',
  summary: 'A RUN needs an image that has a shell.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '{image} has no shell, so this RUN cannot start and the build fails. Run it in a stage on a build variant, and copy the result.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages) {
      const root = rootOf(stage);
      for (const run of instructionsOf(stage, 'RUN')) {
        if (run.json !== undefined || stage.before(run).shell.state !== 'absent') continue;
        // What is called says more: dhi-package-manager-missing.
        if (mayHaveGainedShell(stage, run) || lackingManager(stage, run) !== undefined) continue;
        report({
          message: 'base',
          at: run.keywordSpan,
          data: { image: root.base.text },
          offers: [toBuildVariant(root, dockerfile), moveToBuilder(dockerfile, stage, run)],
        });
      }
    }
  },
});
