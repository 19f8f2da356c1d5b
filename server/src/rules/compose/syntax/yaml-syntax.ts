import { composeRule } from '../../rule';

export const yamlSyntax = composeRule({
  id: 'yaml-syntax',
  summary: 'The file must be valid YAML.',
  severity: 'error',
  fix: 'none',
  messages: { base: '{fault}.' },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { message, span } of compose.errors)
      report({ message: 'base', at: span, data: { fault: message.replace(/\.$/, '') } });
  },
});
