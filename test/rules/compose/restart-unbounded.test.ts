import { restartUnbounded } from '../../../server/src/rules/compose/runtime/restart-unbounded';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(restartUnbounded, {
  valid: [
    web('image: a:1'),
    web('image: a:1', 'restart: "no"'),
    web('image: a:1', 'restart: on-failure:5'),
    web('image: a:1', 'restart: ${RESTART}'),
    web('image: a:1', 'restart: !reset always'),
  ],
  invalid: [
    {
      code: web('image: a:1', 'restart: always'),
      findings: [{ message: 'base', at: 'always', severity: 'hint' }],
      output: null,
    },
    {
      name: 'one anchor for two services',
      code: file(
        'x-base: &base',
        '  restart: unless-stopped',
        'services:',
        '  web: {<<: *base, image: "a:1"}',
        '  job: {<<: *base, image: "a:1", restart: on-failure}',
      ),
      findings: [
        { message: 'base', at: 'unless-stopped' },
        { message: 'base', at: 'on-failure' },
      ],
      output: null,
    },
    {
      name: 'a default of a variable',
      code: web('image: a:1', 'restart: "${RESTART:-always}"'),
      findings: [{ message: 'base', at: '"${RESTART:-always}"' }],
      output: null,
    },
    {
      name: 'by extends',
      code: file(
        'services:',
        '  web: {image: "a:1", restart: always}',
        '  job: {extends: web, command: job}',
      ),
      findings: [{ message: 'base', at: 'always' }],
      output: null,
    },
  ],
});
