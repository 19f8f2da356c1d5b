import { hardenedWithout } from '../../../image/catalog/without-tag';
import { proposedTag } from '../../../image/release-lines';
import { type Span } from '../../../text/span';
import { dockerfileRule } from '../../rule';
import { imageUsesBy, type ImageUse } from './image-uses';
import { roleTagFixes } from './role-tag-fixes';
import { defaultSpan, inStep, switchUses, toTag } from './switch-uses';

export const imageTagLatest = dockerfileRule({
  id: 'image-tag-latest',
  summary: 'An image must be named with a tag that stands for a version.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The tag "{tag}" moves with every release of {image}, so a build may break or change without a commit.',
    hardened:
      'The catalogue lists no tag "{tag}" of {image}, so there is probably nothing to pull: tags of hardened images name versions.',
  },
  sameAs: {
    hadolint: ['DL3007'],
    trivy: ['DS-0001'],
    checkov: ['CKV_DOCKER_7'],
    semgrep: ['avoid-latest-version'],
  },
  since: '0.1.0',
  check({ dockerfile, context, options, report }) {
    const found = imageUsesBy('floating', dockerfile, context.namedContexts).map((use) => ({
      use,
      proposal: proposalFor(use),
    }));
    if (found.length === 0) return;
    const groups = inStep(found.flatMap(({ use, proposal }) => toTag(use, proposal) ?? []));
    for (const { use, proposal } of found) {
      const { tag = '', name } = use.image;
      const change = toTag(use, proposal);
      const hardened = hardenedWithout(use.image, tag, options);
      report({
        message: hardened === undefined ? 'base' : 'hardened',
        at: defaultSpan(dockerfile, use, true) ?? tagSpan(use),
        data: { tag, image: name },
        offers:
          hardened === undefined
            ? [change && switchUses(dockerfile, change, groups, `Change to the tag "${proposal ?? ''}"`)]
            : roleTagFixes(dockerfile, use, hardened, 'Change to the tag'),
      });
    }
  },
});

/** It may not drop what else the tag says, such as `-alpine`. */
function proposalFor({ image: { tag, repository } }: ImageUse): string | undefined {
  return tag?.includes('-') === false ? proposedTag(repository) : undefined;
}

/** The tag alone, where the reference holds no variable. */
function tagSpan({ image: { tagSpan: inside }, span, verbatim }: ImageUse): Span {
  if (!verbatim || inside === undefined) return span;
  return { start: span.start + inside.start, end: span.start + inside.end };
}
