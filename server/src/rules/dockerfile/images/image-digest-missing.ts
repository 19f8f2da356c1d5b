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
    const digests = digestsIn(uses);
    for (const { image, span, verbatim } of uses) {
      // No tag and tags that promise nothing have rules of their own.
      if (pinningOf(image) !== 'tag' || image.tag === undefined) continue;
      if (isUvImage(image) && pinnedUvTag(image) !== undefined) continue;
      const digest = verbatim ? digests.get(keyOf(image)) : undefined;
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

/** The one digest that the file gives for an image and tag; `undefined` where it gives several. */
function digestsIn(uses: readonly ImageUse[]): ReadonlyMap<string, string | undefined> {
  const digests = new Map<string, string | undefined>();
  for (const { image } of uses) {
    if (image.digest === undefined) continue;
    const key = keyOf(image);
    const isOther = digests.has(key) && digests.get(key) !== image.digest;
    digests.set(key, isOther ? undefined : image.digest);
  }
  return digests;
}

function keyOf({ repository, tag }: ImageUse['image']): string {
  return `${repository}:${tag ?? ''}`;
}
