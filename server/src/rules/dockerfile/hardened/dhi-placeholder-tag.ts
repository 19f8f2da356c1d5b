import { isPlaceholder } from '../../../image/placeholder';
import { dockerfileRule } from '../../rule';

export const dhiPlaceholderTag = dockerfileRule({
  id: 'dhi-placeholder-tag',
  summary: 'Placeholders of a guide must be filled in.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: '"{text}" still holds a placeholder, and no image has such a name. Put a real value in its place.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const bases = dockerfile.stages.map(({ base: { text, span } }) => ({ text, span }));
    const uses = dockerfile.stages.flatMap((stage) => stage.uses);
    for (const { text, span } of [...bases, ...uses]) {
      const placeholder = /<[^<>]*>/.exec(text);
      if (placeholder === null || !isPlaceholder(text)) continue;
      const start = span.start + placeholder.index;
      report({ message: 'base', at: { start, end: start + placeholder[0].length }, data: { text } });
    }
  },
});
