import { isHardened } from '../../../image/hardened-name';
import { endedLine, type EndedLine } from '../../../image/support';
import { type Source } from '../../../text/source';
import { type Span } from '../../../text/span';
import { type Dockerfile } from '../../../dockerfile/model';
import { dockerfileRule, type Fix } from '../../rule';
import { allImageUses, type ImageUse } from './image-uses';
import { defaultSpan, inStep, switchUses, withTag, type InStep, type UseSwitch } from './switch-uses';

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
    const found: Ended[] = [];
    for (const use of allImageUses(dockerfile, context.namedContexts)) {
      const ended = endedLine(use.image, today);
      // The tags of hardened images name lines too, but their maker says how long each is supported.
      if (ended === undefined || isHardened(use.image, options)) continue;
      found.push({ use, ended, change: supported(use, ended) });
    }
    if (found.length === 0) return;
    const groups = inStep(found.flatMap(({ change }) => change ?? []));
    for (const { use, ended, change } of found) {
      const { product, line, end, own } = ended;
      report({
        message: own ? 'base' : 'system',
        at: tagSpan(use, source) ?? defaultSpan(dockerfile, use) ?? use.span,
        data: { product: product.name, line, end },
        offers: [offer(dockerfile, ended, change, groups)],
      });
    }
  },
});

interface Ended {
  readonly use: ImageUse;
  readonly ended: EndedLine;
  readonly change: UseSwitch | undefined;
}

/** The tag alone, where it stands there as it is. */
function tagSpan({ image, span, verbatim }: ImageUse, source: Source): Span | undefined {
  const { tag, digest, tagSpan: inside } = image;
  if (tag === undefined || inside === undefined) return undefined;
  if (verbatim) return { start: span.start + inside.start, end: span.start + inside.end };
  const stands = digest === undefined && source.slice(span).endsWith(`:${tag}`);
  return stands ? { start: span.end - tag.length, end: span.end } : undefined;
}

/** A digest would still hold the old image, whatever the tag says. */
function supported(use: ImageUse, { proposal, product, line }: EndedLine): UseSwitch | undefined {
  if (proposal === undefined || use.image.digest !== undefined) return undefined;
  const { repository, tag } = proposal;
  // What is built on a release line and what runs on it change together.
  const key = `${use.image.repository} ${product.name} ${line}`;
  return { use, to: repository === undefined ? withTag(use, tag) : `${repository}:${tag}`, key };
}

function offer(
  dockerfile: Dockerfile,
  { proposal, product, own }: EndedLine,
  change: UseSwitch | undefined,
  groups: InStep,
): Fix | undefined {
  if (change === undefined || proposal === undefined) return undefined;
  const title =
    proposal.repository === undefined ? `Change to the tag "${proposal.tag}"` : `Change to ${change.to}`;
  const fix = switchUses(dockerfile, change, groups, title);
  return fix && { ...fix, ...(own && product.caution !== undefined && { confirm: product.caution }) };
}
