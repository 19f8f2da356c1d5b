import { dockerfileRule } from '../../rule';
import { cyclicUses } from './cycle';

export const stageCycle = dockerfileRule({
  id: 'stage-cycle',
  summary: 'Stages must not depend on each other.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: 'The stage "{name}" needs this one in turn, so neither can be built first.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const [use, later] of cyclicUses(dockerfile))
      report({
        message: 'base',
        at: use.span,
        data: { name: use.text },
        related: later.nameSpan ? [{ at: later.nameSpan, text: 'The stage that needs this one' }] : [],
      });
  },
});
