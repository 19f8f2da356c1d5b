import { containerNameDuplicate } from '../../../server/src/rules/compose/references/container-name-duplicate';
import { file } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

function two(first: string, second: string): string {
  return file('services:', `  a: {image: "a:1", ${first}}`, `  b: {image: "a:1", ${second}}`);
}

ruleTester(containerNameDuplicate, {
  valid: [
    two('container_name: one', 'container_name: two'),
    two('container_name: one', 'restart: always'),
    two('container_name: "${A}"', 'container_name: "${A}"'),
    two('container_name: one, profiles: [dev]', 'container_name: one'),
    two('container_name: one, profiles: [dev]', 'container_name: one, profiles: [prod]'),
    two('container_name: one', 'container_name: !reset one'),
  ],
  invalid: [
    {
      code: two('container_name: one', 'container_name: "one"'),
      findings: [
        {
          message:
            'The services a and b have the container name one, which only one container can have: Compose refuses to start them.',
          at: '"one"',
          severity: 'error',
        },
      ],
      output: null,
    },
    {
      name: 'by a merge',
      code: file(
        'x-base: &base',
        '  container_name: one',
        'services:',
        '  a: {<<: *base, image: "a:1"}',
        '  b: {<<: *base, image: "a:1"}',
        '  c: {<<: *base, image: "a:1"}',
      ),
      findings: [{ message: 'base', at: 'one' }],
      output: null,
    },
    {
      name: 'by extends',
      code: file('services:', '  a: {image: "a:1", container_name: one}', '  b: {extends: a, image: "a:1"}'),
      findings: [{ message: 'base', at: 'one' }],
      output: null,
    },
    {
      name: 'with one profile in common',
      code: two('container_name: one, profiles: [a, b]', 'container_name: one, profiles: [b, c]'),
      findings: [{ message: 'base', at: 'one', line: 2 }],
      output: null,
    },
  ],
});
