import { isHardened } from '../../../image/hardened-name';
import { endedLine, type EndedLine } from '../../../image/support';
import { replace } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';
import { dockerfileRule, type Fix } from '../../rule';
import { fromArgument, type FromArgument } from './from-argument';
import { allImageUses, type ImageUse } from './image-uses';

export const imageEndOfLife = dockerfileRule({
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
  check({ dockerfile, source, context, options, today, report }) {
    for (const use of allImageUses(dockerfile, context.namedContexts)) {
      // Their tags name lines too, but their maker says how long each is supported.
      if (isHardened(use.image, options)) continue;
      const ended = endedLine(use.image, today);
      if (ended === undefined) continue;
      const { product, line, end, own } = ended;
      const tag = tagSpan(use, source);
      const argument = tag === undefined ? fromArgument(use, dockerfile) : undefined;
      report({
        message: own ? 'base' : 'system',
        at: tag ?? argument?.span ?? use.span,
        data: { product: product.name, line, end },
        offers: [supported(use, ended, tag, argument)],
      });
    }
  },
});

/** The tag alone, where it stands there as it is. */
function tagSpan({ image, span, verbatim }: ImageUse, source: Source): Span | undefined {
  const { tag, digest, tagSpan: inside } = image;
  if (tag === undefined || inside === undefined) return undefined;
  if (verbatim) return { start: span.start + inside.start, end: span.start + inside.end };
  const stands = digest === undefined && source.slice(span).endsWith(`:${tag}`);
  return stands ? { start: span.end - tag.length, end: span.end } : undefined;
}

/** A digest would still hold the old image, whatever the tag says. */
function supported(
  use: ImageUse,
  { proposal, product, own }: EndedLine,
  written: Span | undefined,
  argument: FromArgument | undefined,
): Fix | undefined {
  if (proposal === undefined || use.image.digest !== undefined) return undefined;
  const { repository, tag } = proposal;
  const caution = own && product.caution !== undefined ? { confirm: product.caution } : {};
  if (written !== undefined && repository === undefined)
    return { title: `Change to the tag "${tag}"`, edits: [replace(written, tag)], ...caution };
  if (!use.verbatim) {
    const edit = argument?.edit(`${repository ?? use.image.name}:${tag}`);
    return edit && { title: `Change the default to "${edit.newText}"`, edits: [edit], ...caution };
  }
  return {
    title: `Change to ${repository}:${tag}`,
    edits: [replace(use.span, `${repository}:${tag}`)],
    ...caution,
  };
}
