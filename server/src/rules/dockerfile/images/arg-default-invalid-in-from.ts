import { UNGIVEN, expand, type Lookup } from '../../../dockerfile/expand';
import { type Dockerfile } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { PREDEFINED_ARGUMENTS } from '../../../dockerfile/predefined-arguments';
import { variableUses } from '../../../dockerfile/variables';
import { isPlaceholder } from '../../../image/placeholder';
import { parseReference } from '../../../image/reference';
import { UNKNOWN, valueOf } from '../../../text/known';
import { dockerfileRule } from '../../rule';

export const argDefaultInvalidInFrom = dockerfileRule({
  id: 'arg-default-invalid-in-from',
  summary: 'The defaults of ARGs must make a valid image reference.',
  severity: 'warning',
  fix: 'none',
  messages: {
    empty: 'The defaults of its ARGs make this empty, so a build fails unless it is given --build-arg.',
    invalid:
      'The defaults of its ARGs make this "{text}", which is no valid image reference, so a build fails unless it is given --build-arg.',
  },
  sameAs: { buildkit: ['InvalidDefaultArgInFrom'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { from, base } of dockerfile.stages) {
      if (!base.text.includes('$') || base.stage !== undefined) continue;
      const lookup = defaultsOf(dockerfile);
      const text = valueOf(expand(base.text, lookup, dockerfile.escape));
      if (text === undefined || text === 'scratch' || isPlaceholder(text)) continue;
      if (text !== '' && 'reference' in parseReference(text)) continue;
      const used = new Set(variableUses(from).map(({ name }) => name));
      const pairs = dockerfile.globalArgs.flatMap((arg) => arg.pairs).filter(({ name }) => used.has(name));
      report({
        message: text === '' ? 'empty' : 'invalid',
        at: base.span,
        data: { text },
        related: pairs.map(({ span }) => ({ at: span, text: 'This default' })),
      });
    }
  },
});

/** What FROM sees where a build is given nothing. An ARG without a default asks for a value: what it makes is unknown. */
const defaultsOf = factOf(({ globalArgs }: Dockerfile): Lookup => {
  const pairs = new Map(globalArgs.flatMap((arg) => arg.pairs).map((pair) => [pair.name, pair]));
  return (name) => {
    const pair = pairs.get(name);
    if (pair === undefined) return PREDEFINED_ARGUMENTS.has(name) ? UNKNOWN : UNGIVEN;
    return pair.value === undefined ? UNGIVEN : pair.resolved;
  };
});
