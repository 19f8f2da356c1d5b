import { hostUts } from '../../../server/src/rules/compose/isolation/host-uts';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const title = 'Remove uts: host';

ruleTester(hostUts, {
  valid: [
    web('image: app:1'),
    web('image: app:1', 'uts: ""'),
    web('image: app:1', 'uts: ${MODE}'),
    web('image: app:1', 'uts: ${MODE:-}'),
    web('image: app:1', 'uts: !reset host'),
  ],
  invalid: [
    {
      code: web('image: app:1', 'uts: "host" # why', 'user: app'),
      findings: [
        {
          message: 'base',
          at: 'uts: "host"',
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
        '  uts: host',
        'services:',
        '  a: {<<: *h, image: app:1}',
        '  b: {<<: *h, image: app:2}',
      ),
      findings: [
        {
          message: 'base',
          at: 'uts: host',
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
      code: 'services: {web: {image: app:1, uts: host}}\n',
      findings: [
        {
          message: 'base',
          at: 'uts: host',
          offers: [{ title, output: 'services: {web: {image: app:1}}\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'a merged one with nothing else beside it is overridden',
      code: file('x-h: &h', '  uts: ${MODE:-host}', 'services:', '  web:', '    <<: *h', '    image: app:1'),
      findings: [
        {
          message: 'base',
          at: 'uts: ${MODE:-host}',
          offers: [
            {
              title,
              output: file(
                'x-h: &h',
                '  uts: ${MODE:-host}',
                'services:',
                '  web:',
                '    <<: *h',
                '    image: app:1',
                '    uts: !reset null',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
