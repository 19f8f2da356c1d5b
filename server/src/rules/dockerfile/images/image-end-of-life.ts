import { isHardened } from '../../../image/hardened-name';
import { endedLine, type EndedLine } from '../../../image/support';
import { replace } from '../../../text/edit';
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
    base: '{product} {line} gets no security fixes since {end}, so holes that were found later stay open.',
    system:
      'This image stands on {product} {line}, which gets no security fixes since {end}, so holes that were found later stay open.',
  },
  since: '0.1.0',
  check({ dockerfile, context, options, today, report }) {
    for (const use of allImageUses(dockerfile, context.namedContexts)) {
      // Their tags name lines too, but their maker says how long each is supported.
      if (isHardened(use.image, options)) continue;
      const ended = endedLine(use.image, today);
      if (ended === undefined) continue;
      const { product, line, end, own } = ended;
      const argument = fromArgument(use, dockerfile);
      report({
        message: own ? 'base' : 'system',
        at: argument?.span ?? tagSpan(use),
        data: { product: product.name, line, end },
        offers: [supported(use, ended, argument)],
      });
    }
  },
});

/** The tag alone, where the reference holds no variable and the tag is what tells. */
function tagSpan({ image: { tagSpan: inside }, span, verbatim }: ImageUse): Span {
  if (!verbatim || inside === undefined) return span;
  return { start: span.start + inside.start, end: span.start + inside.end };
}

/** A digest would still hold the old image, whatever the tag says. */
function supported(
  use: ImageUse,
  { proposal, product, own }: EndedLine,
  argument: FromArgument | undefined,
): Fix | undefined {
  if (proposal === undefined || use.image.digest !== undefined) return undefined;
  const { repository, tag } = proposal;
  const caution = own && product.caution !== undefined ? { confirm: product.caution } : {};
  if (!use.verbatim) {
    const edit = argument?.edit(`${repository ?? use.image.name}:${tag}`);
    return edit && { title: `Change the default to "${edit.newText}"`, edits: [edit], ...caution };
  }
  if (repository === undefined)
    return { title: `Change to the tag "${tag}"`, edits: [replace(tagSpan(use), tag)], ...caution };
  return {
    title: `Change to ${repository}:${tag}`,
    edits: [replace(use.span, `${repository}:${tag}`)],
    ...caution,
  };
}
