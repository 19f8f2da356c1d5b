import { replace } from '../../../text/edit';
import { dockerfileRule } from '../../rule';

export const fromAsCasing = dockerfileRule({
  id: 'from-as-casing',
  summary: '`AS` is written in the case of its `FROM`.',
  severity: 'hint',
  fix: 'safe',
  messages: { base: 'FROM is written "{from}" and AS "{as}". One case for both is easier to read.' },
  sameAs: { buildkit: ['FromAsCasing'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { from } of dockerfile.stages) {
      if (from.as === undefined) continue;
      const at = from.as.keywordSpan;
      const written = dockerfile.source.slice(at);
      const wanted = caseOf(from.keywordText, written);
      if (wanted === undefined || wanted === written) continue;
      report({
        message: 'base',
        at,
        data: { from: from.keywordText, as: written },
        fix: { title: `Write "${wanted}"`, edits: [replace(at, wanted)] },
      });
    }
  },
});

/** The word in the case of another; absent where that is mixed itself. */
function caseOf(model: string, word: string): string | undefined {
  if (model === model.toUpperCase()) return word.toUpperCase();
  return model === model.toLowerCase() ? word.toLowerCase() : undefined;
}
