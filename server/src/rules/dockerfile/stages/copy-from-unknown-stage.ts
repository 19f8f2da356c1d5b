import { type Dockerfile, type SourceReference } from '../../../dockerfile/model';
import { parseReference } from '../../../image/reference';
import { isPlaceholder } from '../../../image/placeholder';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { dockerfileRule } from '../../rule';
import { cyclicUses } from './cycle';
import { isOwnStage } from './own-stage';
import { earlierStages, isLaterStage, isMisspeltStage, meantStage } from './misspelt-stage';

export const copyFromUnknownStage = dockerfileRule({
  id: 'copy-from-unknown-stage',
  summary: 'What files are copied from must be an earlier stage, a build context or an image.',
  severity: 'error',
  fix: 'offer',
  messages: {
    later: 'The stage "{name}" comes later, and only stages above can be copied from.',
    misspelt:
      'There is no stage "{name}", so this is looked for as an image of that name. Did you mean "{nearest}"?',
    index: 'There is no stage {name} above: {count} come before this one, counted from 0.',
    invalid: '"{name}" is neither a stage above nor a valid image name, so the build fails.',
  },
  sameAs: { hadolint: ['DL3022'] },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    for (const { uses } of dockerfile.stages)
      for (const use of uses) {
        const name = valueOf(use.resolved);
        if (name === undefined || use.stage !== undefined || isOwnStage(use)) continue;
        const message = messageFor(use, name, dockerfile);
        if (message === undefined || cyclicUses(dockerfile).has(use)) continue;
        if (context.namedContexts.some((each) => each.toLowerCase() === name.toLowerCase())) continue;
        const nearest = meantStage(use, dockerfile);
        report({
          message,
          at: use.span,
          data: { name, nearest: nearest ?? '', count: earlierStages(use, dockerfile).length },
          offers: nearest ? [{ title: `Change to "${nearest}"`, edits: [replace(use.span, nearest)] }] : [],
        });
      }
  },
});

function messageFor(use: SourceReference, name: string, dockerfile: Dockerfile) {
  if (use.byIndex) return 'index';
  // BuildKit's own name for the build context.
  if (name === 'context' || isPlaceholder(name)) return undefined;
  if (isLaterStage(use, dockerfile)) return 'later';
  if (isMisspeltStage(use, dockerfile)) return 'misspelt';
  return use.image === undefined && 'fault' in parseReference(name) ? 'invalid' : undefined;
}
