import { hardenedWithout } from '../../../image/catalog/without-tag';
import { pinningOf } from '../../../image/pinning';
import { insert } from '../../../text/edit';
import { composeRule } from '../../rule';
import { fixOf } from '../marked';
import { pulledImages } from './service-image';
import { tagsToRun } from './tags-to-run';

export const imageTagMissing = composeRule({
  id: 'image-tag-missing',
  summary: 'An image must be named with a tag or a digest.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{image} has no tag, so each pull takes whatever "latest" is that day, and may break or change without a commit.',
    hardened:
      '{image} has no tag, which asks for "latest", and the catalogue lists none of that name: there is probably nothing to pull.',
  },
  sameAs: { composeLint: ['CL-0004'], dclint: ['service-image-require-explicit-tag'] },
  since: '0.1.0',
  check({ compose, options, report }) {
    for (const { what } of pulledImages(compose)) {
      const { reference, scalar, verbatim } = what;
      if (pinningOf(reference) !== 'none') continue;
      const hardened = hardenedWithout(reference, 'latest', options);
      const end = (scalar.textStart ?? scalar.span.start) + scalar.text.length;
      report({
        message: hardened === undefined ? 'base' : 'hardened',
        at: scalar.span,
        data: { image: reference.text },
        offers: verbatim
          ? tagsToRun(reference, hardened).map((tag) =>
              fixOf(`Add the tag "${tag}"`, [insert(end, `:${tag}`)]),
            )
          : [],
      });
    }
  },
});
