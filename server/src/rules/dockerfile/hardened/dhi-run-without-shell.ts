import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { chainOf } from '../../../dockerfile/chain';
import { devTag } from '../../../image/hardened-tag';
import { dockerfileRule, type Fix } from '../../rule';
import { mayHaveGainedShell } from './gained-shell';
import { retag } from './twin-tag';

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
      const root = chainOf(stage).at(-1) ?? stage;
      for (const instruction of stage.instructions) {
        if (instruction.keyword !== 'RUN' || instruction.json !== undefined) continue;
        if (stage.before(instruction).shell.state !== 'absent') continue;
        if (mayHaveGainedShell(stage, instruction)) continue;
        report({
          message: 'base',
          at: instruction.keywordSpan,
          data: { image: root.base.text },
          offers: [devTwin(root, dockerfile)],
        });
      }
    }
  },
});

/** A stage that ships must not become a build variant. */
function devTwin(root: Stage, dockerfile: Dockerfile): Fix | undefined {
  if (root.base.facts.hardened === undefined || dockerfile.ships(root)) return undefined;
  const tag = devTag(root.base.image?.tag ?? '');
  const edit = retag(root.base, tag);
  return edit && { title: `Change the stage's image to the build variant "${tag ?? ''}"`, edits: [edit] };
}
