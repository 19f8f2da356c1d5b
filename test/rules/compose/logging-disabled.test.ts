import { loggingDisabled } from '../../../server/src/rules/compose/runtime/logging-disabled';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(loggingDisabled, {
  valid: [
    web('image: a:1'),
    web('image: a:1', 'logging: {driver: json-file}'),
    web('image: a:1', 'logging: {driver: "${DRIVER}"}'),
    web('image: a:1', 'logging: !reset {driver: none}'),
    file('x-logging: {driver: none}', 'services:', '  web: {image: "a:1"}'),
  ],
  invalid: [
    {
      code: web('image: a:1', 'logging:', '  driver: "none" # quiet'),
      findings: [
        {
          message: 'base',
          at: '"none"',
          severity: 'info',
          offers: [
            {
              title: 'Use the driver local',
              output: web('image: a:1', 'logging:', '  driver: "local" # quiet'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'one anchor for two services',
      code: file(
        'x-quiet: &quiet {driver: none}',
        'services:',
        '  web: {image: "a:1", logging: *quiet}',
        '  job: {image: "a:1", logging: *quiet}',
      ),
      findings: [
        {
          message: 'base',
          at: 'none',
          offers: [
            {
              title: 'Use the driver local',
              output: file(
                'x-quiet: &quiet {driver: local}',
                'services:',
                '  web: {image: "a:1", logging: *quiet}',
                '  job: {image: "a:1", logging: *quiet}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a default of a variable has no fix',
      code: web('image: a:1', 'logging: {driver: "${DRIVER:-none}"}'),
      findings: [{ message: 'base', at: '"${DRIVER:-none}"', offers: [] }],
      output: null,
    },
    {
      name: 'by extends',
      code: file(
        'services:',
        '  web:',
        '    image: a:1',
        "    logging: {driver: 'none'}",
        '  job: {extends: web, command: job}',
      ),
      findings: [
        {
          message: 'base',
          at: "'none'",
          offers: [
            {
              title: 'Use the driver local',
              output: file(
                'services:',
                '  web:',
                '    image: a:1',
                "    logging: {driver: 'local'}",
                '  job: {extends: web, command: job}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
