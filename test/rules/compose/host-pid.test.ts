import { hostPid } from '../../../server/src/rules/compose/isolation/host-pid';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const title = 'Remove pid: host';

ruleTester(hostPid, {
  valid: [
    web('image: app:1'),
    web('image: app:1', 'pid: service:db'),
    web('image: app:1', 'pid: ${MODE}'),
    web('image: app:1', 'pid: ${MODE:-private}'),
    web('image: app:1', 'pid: !reset host'),
  ],
  invalid: [
    {
      code: web('image: app:1', 'pid: "host" # why', 'user: app'),
      findings: [
        {
          message: 'base',
          at: 'pid: "host"',
          severity: 'warning',
          offers: [{ title, output: web('image: app:1', 'user: app') }],
        },
      ],
      output: null,
    },
    {
      code: 'services: {web: {image: app:1, pid: host}}\n',
      findings: [
        {
          message: 'base',
          at: 'pid: host',
          offers: [{ title, output: 'services: {web: {image: app:1}}\n' }],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'pid: ${MODE:-host}'),
      findings: [
        { message: 'base', at: 'pid: ${MODE:-host}', offers: [{ title, output: web('image: app:1') }] },
      ],
      output: null,
    },
    {
      name: 'merged with nothing else in the anchor',
      code: file('x-h: &h', '  pid: host', 'services:', '  web:', '    <<: *h', '    image: app:1'),
      findings: [
        {
          message: 'base',
          at: 'pid: host',
          offers: [
            {
              title,
              output: file(
                'x-h: &h',
                '  pid: host',
                'services:',
                '  web:',
                '    <<: *h',
                '    image: app:1',
                '    pid: !reset null',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'handed on by extends',
      code: file(
        'services:',
        '  base:',
        '    image: app:1',
        '    pid: host',
        '  web:',
        '    extends: base',
        '    user: app',
      ),
      findings: [
        {
          message: 'base',
          at: 'pid: host',
          offers: [
            {
              title,
              output: file(
                'services:',
                '  base:',
                '    image: app:1',
                '  web:',
                '    extends: base',
                '    user: app',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
