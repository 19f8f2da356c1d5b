import { isHardened } from '../../../image/hardened-name';
import { endedLine, type EndedLine } from '../../../image/support';
import { replace } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { composeRule, type Fix } from '../../rule';
import { fixOf } from '../marked';
import { pulledImages, type ServiceImage, tagSpan } from './service-image';

export const imageEndOfLife = composeRule({
  id: 'image-end-of-life',
  summary: 'An image must stand on a release line that still gets security fixes.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{product} {line} has had no security fixes since {end}, so holes found later stay open.',
    system:
      'This image stands on {product} {line}, which has had no security fixes since {end}, so holes found later stay open.',
  },
  since: '0.1.0',
  check({ compose, options, today, report }) {
    for (const { what } of pulledImages(compose)) {
      // Their tags name lines too, but their maker says how long each is supported.
      if (isHardened(what.reference, options)) continue;
      const ended = endedLine(what.reference, today);
      if (ended === undefined) continue;
      const { product, line, end, own } = ended;
      const at = tagSpan(what) ?? what.scalar.span;
      report({
        message: own ? 'base' : 'system',
        at,
        data: { product: product.name, line, end },
        offers: [supported(what, ended, at)],
      });
    }
  },
});

/** A digest would still hold the old image, whatever the tag says. */
function supported(
  { reference, scalar, verbatim }: ServiceImage,
  { proposal, product, own }: EndedLine,
  at: Span,
): Fix | undefined {
  if (proposal === undefined || reference.digest !== undefined || !verbatim) return undefined;
  const { repository, tag } = proposal;
  const caution = own ? product.caution : undefined;
  if (repository === undefined)
    return at === scalar.span ? undefined : fixOf(`Change to the tag "${tag}"`, [replace(at, tag)], caution);
  const start = scalar.textStart ?? scalar.span.start;
  const written = { start, end: start + scalar.text.length };
  return fixOf(`Change to ${repository}:${tag}`, [replace(written, `${repository}:${tag}`)], caution);
}
