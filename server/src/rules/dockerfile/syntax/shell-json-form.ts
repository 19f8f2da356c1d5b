import { instructionsOf } from '../../../dockerfile/walk';
import { replace } from '../../../text/edit';
import { dockerfileRule } from '../../rule';

export const shellJsonForm = dockerfileRule({
  id: 'shell-json-form',
  summary: 'SHELL must be written as a JSON array.',
  severity: 'error',
  fix: 'offer',
  messages: { base: 'SHELL takes a JSON array only, so the build stops here.' },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { body, json, args } of instructionsOf(dockerfile, 'SHELL', { triggers: true })) {
      // What is nearly an array is what exec-form-quotes speaks of.
      if (json !== undefined || body.text === '' || body.text.startsWith('[')) continue;
      const at = body.spanOf(0, body.text.length);
      const isPlain = args.every(({ text }) => /^[\w./=+-]+$/.test(text));
      const array = `[${args.map(({ text }) => `"${text}"`).join(', ')}]`;
      report({
        message: 'base',
        at,
        offers: isPlain ? [{ title: `Change to ${array}`, edits: [replace(at, array)] }] : [],
      });
    }
  },
});
