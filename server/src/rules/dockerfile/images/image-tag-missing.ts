import { hardenedWithout } from '../../../image/catalog/without-tag';
import { proposedTag } from '../../../image/release-lines';
import { dockerfileRule } from '../../rule';
import { imageUsesBy } from './image-uses';
import { roleTagFixes } from './role-tag-fixes';
import { defaultSpan, inStep, switchUses, toTag } from './switch-uses';

export const imageTagMissing = dockerfileRule({
  id: 'image-tag-missing',
  summary: 'An image must be named with a tag or a digest.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{image} has no tag, so each build takes whatever "latest" is that day, and may break or change without a commit.',
    hardened:
      '{image} has no tag, which asks for "latest", and the catalogue lists none of that name: there is probably nothing to pull.',
  },
  sameAs: {
    hadolint: ['DL3006'],
    trivy: ['DS-0001'],
    checkov: ['CKV_DOCKER_7'],
    semgrep: ['missing-image-version'],
  },
  since: '0.1.0',
  check({ dockerfile, context, options, report }) {
    const found = imageUsesBy('none', dockerfile, context.namedContexts).map((use) => ({
      use,
      tag: proposedTag(use.image.repository),
    }));
    if (found.length === 0) return;
    const groups = inStep(found.flatMap(({ use, tag }) => toTag(use, tag) ?? []));
    for (const { use, tag } of found) {
      const change = toTag(use, tag);
      const hardened = hardenedWithout(use.image, 'latest', options);
      report({
        message: hardened === undefined ? 'base' : 'hardened',
        at: defaultSpan(dockerfile, use, true) ?? use.span,
        data: { image: use.image.text },
        offers:
          hardened === undefined
            ? [change && switchUses(dockerfile, change, groups, `Add the tag "${tag ?? ''}"`)]
            : roleTagFixes(dockerfile, use, hardened, 'Add the tag'),
      });
    }
  },
});
