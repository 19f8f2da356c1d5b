import { hardenedWithout } from '../../../image/catalog/without-tag';
import { pinningOf } from '../../../image/pinning';
import { replace } from '../../../text/edit';
import { composeRule } from '../../rule';
import { fixOf } from '../marked';
import { pulledImages, tagSpan } from './service-image';
import { tagsToRun } from './tags-to-run';

export const imageTagLatest = composeRule({
  id: 'image-tag-latest',
  summary: 'An image must be named with a tag that stands for a version.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The tag "{tag}" moves with every release of {image}, so a pull may break or change the service without a commit.',
    hardened:
      'The catalogue lists no tag "{tag}" of {image}, so there is probably nothing to pull: tags of hardened images name versions.',
  },
  sameAs: { composeLint: ['CL-0004', 'CL-0019'], dclint: ['service-image-require-explicit-tag'] },
  since: '0.1.0',
  check({ compose, options, report }) {
    for (const { what } of pulledImages(compose)) {
      const { tag, name } = what.reference;
      if (pinningOf(what.reference) !== 'floating' || tag === undefined) continue;
      const at = tagSpan(what) ?? what.scalar.span;
      const hardened = hardenedWithout(what.reference, tag, options);
      // A proposal may not drop what else the tag says, such as `-alpine`.
      const proposals = what.verbatim && !tag.includes('-') ? tagsToRun(what.reference, hardened) : [];
      report({
        message: hardened === undefined ? 'base' : 'hardened',
        at,
        data: { tag, image: name },
        offers: proposals.map((each) => fixOf(`Change to the tag "${each}"`, [replace(at, each)])),
      });
    }
  },
});
