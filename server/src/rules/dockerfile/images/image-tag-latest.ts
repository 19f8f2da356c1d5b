import { pinningOf } from '../../../image/pinning';
import { proposedTag } from '../../../image/release-lines';
import { replace } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { dockerfileRule } from '../../rule';
import { imageUses, type ImageUse } from './image-uses';

export const imageTagLatest = dockerfileRule({
  id: 'image-tag-latest',
  summary: 'An image must be named with a tag that stands for a version.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The tag "{tag}" moves with every release of {image}, so a build may break or change without a commit.',
  },
  sameAs: {
    hadolint: ['DL3007'],
    trivy: ['DS-0001'],
    checkov: ['CKV_DOCKER_7'],
    semgrep: ['avoid-latest-version'],
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    for (const use of imageUses(dockerfile, context.namedContexts)) {
      const { tag, name, repository } = use.image;
      if (pinningOf(use.image) !== 'floating' || tag === undefined) continue;
      const at = tagSpan(use);
      // A proposal may not drop what else the tag says, such as `-alpine`.
      const proposal = use.verbatim && !tag.includes('-') ? proposedTag(repository) : undefined;
      const offer = proposal && { title: `Change to the tag "${proposal}"`, edits: [replace(at, proposal)] };
      report({ message: 'base', at, data: { tag, image: name }, offers: offer ? [offer] : [] });
    }
  },
});

/** The tag alone, where the reference holds no variable. */
function tagSpan({ image: { tagSpan: inside }, span, verbatim }: ImageUse): Span {
  if (!verbatim || inside === undefined) return span;
  return { start: span.start + inside.start, end: span.start + inside.end };
}
