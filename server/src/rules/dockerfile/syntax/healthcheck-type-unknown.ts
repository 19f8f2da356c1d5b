import { instructionsOf } from '../../../dockerfile/walk';
import { insert } from '../../../text/edit';
import { dockerfileRule } from '../../rule';

export const healthcheckTypeUnknown = dockerfileRule({
  id: 'healthcheck-type-unknown',
  summary: 'HEALTHCHECK must go on with CMD or NONE.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: 'After HEALTHCHECK and its flags comes CMD or NONE, and not "{word}": the build stops here.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { args, body, none, command } of instructionsOf(dockerfile, 'HEALTHCHECK', {
      triggers: true,
    })) {
      const [first] = args;
      if (first === undefined || none || command !== undefined || first.text.toLowerCase() === 'cmd')
        continue;
      report({
        message: 'base',
        at: first.span,
        data: { word: first.text },
        offers: [{ title: 'Add CMD', edits: [insert(body.offsetOf(0), 'CMD ')] }],
      });
    }
  },
});
