import { pinningOf } from '../../../image/pinning';
import { proposedTag } from '../../../image/release-lines';
import { dockerfileRule } from '../../rule';
import { imageUses } from './image-uses';
import { defaultSpan, inStep, switchUses, toTag } from './switch-uses';

export const imageTagMissing = dockerfileRule({
  id: 'image-tag-missing',
  summary: 'An image must be named with a tag or a digest.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{image} has no tag, so each build takes whatever "latest" is that day, and may break or change without a commit.',
  },
  sameAs: {
    hadolint: ['DL3006'],
    trivy: ['DS-0001'],
    checkov: ['CKV_DOCKER_7'],
    semgrep: ['missing-image-version'],
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    const found = imageUses(dockerfile, context.namedContexts)
      .filter(({ image }) => pinningOf(image) === 'none')
      .map((use) => ({ use, tag: proposedTag(use.image.repository) }));
    const groups = inStep(found.flatMap(({ use, tag }) => toTag(use, tag) ?? []));
    for (const { use, tag } of found) {
      const change = toTag(use, tag);
      report({
        message: 'base',
        at: defaultSpan(dockerfile, use, true) ?? use.span,
        data: { image: use.image.text },
        offers: [change && switchUses(dockerfile, change, groups, `Add the tag "${tag ?? ''}"`)],
      });
    }
  },
});
