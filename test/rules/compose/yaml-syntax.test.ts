import { yamlSyntax } from '../../../server/src/rules/compose/syntax/yaml-syntax';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(yamlSyntax, {
  valid: [
    web('image: app:1'),
    '',
    '# nothing yet\n',
    `---\n${web('image: app:1')}---\n${web('image: app:2')}`,
    file('x-a: &a {user: app}', 'services:', '  web: {<<: [*a], image: app:1, ports: !reset null}'),
  ],
  invalid: [
    {
      code: 'services:\n\tweb:\n',
      findings: [
        { message: 'A tab stands in the indentation; YAML allows spaces only.', at: '\t', severity: 'error' },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'image: app:2'),
      findings: [{ message: 'The key image is written twice in this map.', at: 'image', line: 3 }],
      output: null,
    },
    {
      code: web('<<: *nobody', 'image: app:1'),
      findings: [{ message: 'The alias *nobody names no anchor that stands before it.', at: '*nobody' }],
      output: null,
    },
    {
      code: web('environment: &e', '  SELF: *e'),
      findings: [
        { message: 'The alias *e stands inside its own anchor, so that it would contain itself.', at: '*e' },
      ],
      output: null,
    },
    {
      code: web('image: @app'),
      findings: [{ message: 'base', at: '@' }],
      output: null,
    },
  ],
});
