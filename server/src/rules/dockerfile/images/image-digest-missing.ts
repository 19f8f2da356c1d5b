import { pinningOf } from '../../../image/pinning';
import { isUvImage, pinnedUvTag } from '../../../image/uv';
import { insert } from '../../../text/edit';
import { dockerfileRule } from '../../rule';
import { allImageUses, type ImageUse } from './image-uses';

export const imageDigestMissing = dockerfileRule({
  id: 'image-digest-missing',
  summary: 'An image must be held by its digest.',
  severity: 'off',
  strict: 'info',
  fix: 'offer',
  messages: {
    base: 'The tag "{tag}" may be moved to another image at any time. Only a digest, `@sha256:…`, names this one for ever.',
  },
  sameAs: { semgrep: ['dockerfile-source-not-pinned'] },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    const uses = allImageUses(dockerfile, context.namedContexts);
    for (const { image, span, verbatim } of uses) {
      // No tag and tags that promise nothing have rules of their own.
      if (pinningOf(image) !== 'tag' || image.tag === undefined) continue;
      if (isUvImage(image) && pinnedUvTag(image) !== undefined) continue;
      const digest = verbatim ? seenDigest(image, uses) : undefined;
      report({
        message: 'base',
        at: span,
        data: { tag: image.tag },
        offers: digest
          ? [
              {
                title: 'Add the digest that this file names elsewhere',
                edits: [insert(span.end, `@${digest}`)],
              },
            ]
          : [],
      });
    }
  },
});

/** The one digest that the file gives for this image and tag. */
function seenDigest({ repository, tag }: ImageUse['image'], uses: readonly ImageUse[]): string | undefined {
  const digests = uses.flatMap(({ image }) =>
    image.repository === repository && image.tag === tag ? (image.digest ?? []) : [],
  );
  return new Set(digests).size === 1 ? digests[0] : undefined;
}
