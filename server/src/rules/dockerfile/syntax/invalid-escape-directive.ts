import { replace } from '../../../text/edit';
import { dockerfileRule } from '../../rule';

export const invalidEscapeDirective = dockerfileRule({
  id: 'invalid-escape-directive',
  summary: 'The escape character must be a backslash or a back-tick.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '"{value}" cannot be the escape character, so the build stops: a backslash or a back-tick can.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const directive = dockerfile.directives.find(({ name }) => name === 'escape');
    if (directive === undefined || /^[\\`]$/.test(directive.value)) return;
    const { value, valueSpan: at } = directive;
    report({
      message: 'base',
      at,
      data: { value },
      offers: [
        { title: 'Change to a backslash', edits: [replace(at, '\\')] },
        { title: 'Change to a back-tick', edits: [replace(at, '`')] },
      ],
    });
  },
});
