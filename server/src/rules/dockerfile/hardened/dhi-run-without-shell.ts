import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { chainOf } from '../../../dockerfile/chain';
import { changesInTitle } from '../../../image/counterpart/describe';
import { dockerfileRule, type Fix } from '../../rule';
import { mayHaveGainedShell } from './gained-shell';
import { devTwinOf, retag } from './twin-tag';

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
          offers: [toBuildVariant(root, dockerfile)],
        });
      }
    }
  },
});

/** A stage that ships must not become a build variant. */
function toBuildVariant(root: Stage, dockerfile: Dockerfile): Fix | undefined {
  const twin = dockerfile.ships(root) ? undefined : devTwinOf(root.base);
  const edit = retag(root.base, twin?.tag);
  if (twin === undefined || edit === undefined) return undefined;
  return {
    title: `Change the stage's image to the build variant "${twin.tag}"${changesInTitle(twin.changes)}`,
    edits: [edit],
  };
}
