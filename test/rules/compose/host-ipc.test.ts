import { hostIpc } from '../../../server/src/rules/compose/isolation/host-ipc';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const title = 'Remove ipc: host';

ruleTester(hostIpc, {
  valid: [
    web('image: app:1'),
    web('image: app:1', 'ipc: shareable'),
    web('image: app:1', 'ipc: ${MODE}'),
    web('image: app:1', 'ipc: ${MODE:-private}'),
    web('image: app:1', 'ipc: !reset host'),
  ],
  invalid: [
    {
      code: web('image: app:1', 'ipc: "host" # why', 'user: app'),
      findings: [
        {
          message: 'base',
          at: 'ipc: "host"',
          severity: 'warning',
          offers: [{ title, output: web('image: app:1', 'user: app') }],
        },
      ],
      output: null,
    },
    {
      code: 'services: {web: {image: app:1, ipc: host}}\n',
      findings: [
        {
          message: 'base',
          at: 'ipc: host',
          offers: [{ title, output: 'services: {web: {image: app:1}}\n' }],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'ipc: ${MODE:-host}'),
      findings: [
        { message: 'base', at: 'ipc: ${MODE:-host}', offers: [{ title, output: web('image: app:1') }] },
      ],
      output: null,
    },
    {
      name: 'merged with nothing else in the anchor',
      code: file('x-h: &h', '  ipc: host', 'services:', '  web:', '    <<: *h', '    image: app:1'),
      findings: [
        {
          message: 'base',
          at: 'ipc: host',
          offers: [
            {
              title,
              output: file(
                'x-h: &h',
                '  ipc: host',
                'services:',
                '  web:',
                '    <<: *h',
                '    image: app:1',
                '    ipc: !reset null',
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
        '    ipc: host',
        '  web:',
        '    extends: base',
        '    user: app',
      ),
      findings: [
        {
          message: 'base',
          at: 'ipc: host',
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
