import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { hardenedRepository } from '../../../image/hardened-name';
import { isPlaceholder } from '../../../image/placeholder';
import { parseReference } from '../../../image/reference';
import { replace } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { dockerfileRule, type Fix, type RuleOptions } from '../../rule';
import { tagsForRole } from './role-tags';

export const dhiPlaceholderTag = dockerfileRule({
  id: 'dhi-placeholder-tag',
  summary: 'Placeholders of a guide must be filled in.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '"{text}" still holds a placeholder, and no image has such a name. Put a real value in its place.',
  },
  since: '0.1.0',
  mentions: ['<'],
  check({ dockerfile, options, report }) {
    const places = dockerfile.stages.flatMap((stage): readonly Place[] => [
      { text: stage.base.text, span: stage.base.span, stage },
      ...stage.uses.map(({ text, span }) => ({ text, span })),
    ]);
    for (const place of places) {
      const { text, span } = place;
      const placeholder = /<[^<>]*>/.exec(text);
      if (placeholder === null || !isPlaceholder(text)) continue;
      const start = span.start + placeholder.index;
      report({
        message: 'base',
        at: { start, end: start + placeholder[0].length },
        data: { text },
        offers: offers(place, dockerfile, options),
      });
    }
  },
});

interface Place {
  readonly text: string;
  readonly span: Span;
  /** Set for the image of a FROM. */
  readonly stage?: Stage;
}

/** Real tags for what the stage is there for: the build variant in a builder, the runtime variant in what ships. */
function offers({ text, span, stage }: Place, dockerfile: Dockerfile, options: RuleOptions): readonly Fix[] {
  const colon = text.indexOf(':', text.lastIndexOf('/') + 1);
  if (colon < 0 || dockerfile.source.slice(span) !== text) return [];
  const name = parseReference(text.slice(0, colon));
  const repository = 'reference' in name ? hardenedRepository(name.reference, options) : undefined;
  if (repository === undefined) return [];
  const tags = tagsForRole(dockerfile, stage, repository, text.endsWith('-dev'));
  return tags.map((tag) => ({
    title: `Use the tag "${tag}"`,
    edits: [replace({ start: span.start + colon + 1, end: span.end }, tag)],
  }));
}
