import { hostUserns } from '../../../server/src/rules/compose/isolation/host-userns';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const title = 'Remove userns_mode: host';

ruleTester(hostUserns, {
  valid: [
    web('image: app:1'),
    web('image: app:1', 'userns_mode: ""'),
    web('image: app:1', 'userns_mode: ${MODE}'),
    web('image: app:1', 'userns_mode: ${MODE:-}'),
    web('image: app:1', 'userns_mode: !reset host'),
  ],
  invalid: [
    {
      code: web('image: app:1', 'userns_mode: "host" # why', 'user: app'),
      findings: [
        {
          message: 'base',
          at: 'userns_mode: "host"',
          severity: 'warning',
          offers: [{ title, output: web('image: app:1', 'user: app') }],
        },
      ],
      output: null,
    },
    {
      name: 'an anchor that two services merge',
      code: file(
        'x-h: &h',
        '  tty: true',
        '  userns_mode: host',
        'services:',
        '  a: {<<: *h, image: app:1}',
        '  b: {<<: *h, image: app:2}',
      ),
      findings: [
        {
          message: 'base',
          at: 'userns_mode: host',
          offers: [
            {
              title,
              output: file(
                'x-h: &h',
                '  tty: true',
                'services:',
                '  a: {<<: *h, image: app:1}',
                '  b: {<<: *h, image: app:2}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: 'services: {web: {image: app:1, userns_mode: host}}\n',
      findings: [
        {
          message: 'base',
          at: 'userns_mode: host',
          offers: [{ title, output: 'services: {web: {image: app:1}}\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'a merged one with nothing else beside it is overridden',
      code: file(
        'x-h: &h',
        '  userns_mode: ${MODE:-host}',
        'services:',
        '  web:',
        '    <<: *h',
        '    image: app:1',
      ),
      findings: [
        {
          message: 'base',
          at: 'userns_mode: ${MODE:-host}',
          offers: [
            {
              title,
              output: file(
                'x-h: &h',
                '  userns_mode: ${MODE:-host}',
                'services:',
                '  web:',
                '    <<: *h',
                '    image: app:1',
                '    userns_mode: !reset null',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
