import { pinningOf } from '../../../image/pinning';
import { proposedTag } from '../../../image/release-lines';
import { insert } from '../../../text/edit';
import { dockerfileRule } from '../../rule';
import { imageUses } from './image-uses';

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
    for (const { image, span, verbatim } of imageUses(dockerfile, context.namedContexts)) {
      if (pinningOf(image) !== 'none') continue;
      const tag = verbatim ? proposedTag(image.repository) : undefined;
      const offer = tag && { title: `Add the tag "${tag}"`, edits: [insert(span.end, `:${tag}`)] };
      report({ message: 'base', at: span, data: { image: image.text }, offers: offer ? [offer] : [] });
    }
  },
});
