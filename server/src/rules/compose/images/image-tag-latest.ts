import { pinningOf } from '../../../image/pinning';
import { proposedTag } from '../../../image/release-lines';
import { replace } from '../../../text/edit';
import { composeRule } from '../../rule';
import { fixOf } from '../marked';
import { pulledImages, tagSpan } from './service-image';

export const imageTagLatest = composeRule({
  id: 'image-tag-latest',
  summary: 'An image must be named with a tag that stands for a version.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The tag "{tag}" moves with every release of {image}, so a pull may break or change the service without a commit.',
  },
  sameAs: { composeLint: ['CL-0004', 'CL-0019'], dclint: ['service-image-require-explicit-tag'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what } of pulledImages(compose)) {
      const { tag, name, repository } = what.reference;
      if (pinningOf(what.reference) !== 'floating' || tag === undefined) continue;
      const at = tagSpan(what) ?? what.scalar.span;
      // A proposal may not drop what else the tag says, such as `-alpine`.
      const proposal = what.verbatim && !tag.includes('-') ? proposedTag(repository) : undefined;
      report({
        message: 'base',
        at,
        data: { tag, image: name },
        offers: [
          proposal === undefined
            ? undefined
            : fixOf(`Change to the tag "${proposal}"`, [replace(at, proposal)]),
        ],
      });
    }
  },
});
