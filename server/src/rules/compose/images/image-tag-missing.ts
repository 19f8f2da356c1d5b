import { pinningOf } from '../../../image/pinning';
import { proposedTag } from '../../../image/release-lines';
import { insert } from '../../../text/edit';
import { composeRule } from '../../rule';
import { fixOf } from '../marked';
import { pulledImages } from './service-image';

export const imageTagMissing = composeRule({
  id: 'image-tag-missing',
  summary: 'An image must be named with a tag or a digest.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{image} has no tag, so each pull takes whatever "latest" is that day, and may break or change without a commit.',
  },
  sameAs: { composeLint: ['CL-0004'], dclint: ['service-image-require-explicit-tag'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what } of pulledImages(compose)) {
      const { reference, scalar, verbatim } = what;
      if (pinningOf(reference) !== 'none') continue;
      const tag = verbatim ? proposedTag(reference.repository) : undefined;
      const end = (scalar.textStart ?? scalar.span.start) + scalar.text.length;
      report({
        message: 'base',
        at: scalar.span,
        data: { image: reference.text },
        offers: [tag === undefined ? undefined : fixOf(`Add the tag "${tag}"`, [insert(end, `:${tag}`)])],
      });
    }
  },
});
