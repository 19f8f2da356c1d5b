import { pinningOf } from '../../../image/pinning';
import { type ImageReference } from '../../../image/reference';
import { insert } from '../../../text/edit';
import { composeRule } from '../../rule';
import { fixOf } from '../marked';
import { pulledImages } from './service-image';

export const imageDigestMissing = composeRule({
  id: 'image-digest-missing',
  summary: 'An image must be held by its digest.',
  severity: 'off',
  strict: 'info',
  fix: 'offer',
  messages: {
    base: 'The tag "{tag}" may be moved to another image at any time. Only a digest, `@sha256:…`, names this one for ever.',
  },
  since: '0.1.0',
  check({ compose, report }) {
    const images = pulledImages(compose);
    const digests = digestsIn(images.map(({ what }) => what.reference));
    for (const { what } of images) {
      const { reference, scalar, verbatim } = what;
      // No tag and tags that promise nothing have rules of their own.
      if (pinningOf(reference) !== 'tag' || reference.tag === undefined) continue;
      const digest = verbatim ? digests.get(keyOf(reference)) : undefined;
      const end = (scalar.textStart ?? scalar.span.start) + scalar.text.length;
      report({
        message: 'base',
        at: scalar.span,
        data: { tag: reference.tag },
        offers: [
          digest === undefined
            ? undefined
            : fixOf('Add the digest that this file names elsewhere', [insert(end, `@${digest}`)]),
        ],
      });
    }
  },
});

/** The one digest that the file gives for an image and tag; `undefined` where it gives several. */
function digestsIn(references: readonly ImageReference[]): ReadonlyMap<string, string | undefined> {
  const digests = new Map<string, string | undefined>();
  for (const reference of references) {
    if (reference.digest === undefined) continue;
    const key = keyOf(reference);
    const isOther = digests.has(key) && digests.get(key) !== reference.digest;
    digests.set(key, isOther ? undefined : reference.digest);
  }
  return digests;
}

function keyOf({ repository, tag }: ImageReference): string {
  return `${repository}:${tag ?? ''}`;
}
