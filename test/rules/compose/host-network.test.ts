import { hostNetwork } from '../../../server/src/rules/compose/isolation/host-network';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const title = 'Remove network_mode: host';

ruleTester(hostNetwork, {
  valid: [
    web('image: app:1'),
    web('image: app:1', 'network_mode: service:db'),
    web('image: app:1', 'network_mode: ${MODE}'),
    web('image: app:1', 'network_mode: ${MODE:-private}'),
    web('image: app:1', 'network_mode: !reset host'),
  ],
  invalid: [
    {
      code: web('image: app:1', 'network_mode: "host" # why', 'user: app'),
      findings: [
        {
          message: 'base',
          at: 'network_mode: "host"',
          severity: 'warning',
          offers: [{ title, output: web('image: app:1', 'user: app') }],
        },
      ],
      output: null,
    },
    {
      code: 'services: {web: {image: app:1, network_mode: host}}\n',
      findings: [
        {
          message: 'base',
          at: 'network_mode: host',
          offers: [{ title, output: 'services: {web: {image: app:1}}\n' }],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'network_mode: ${MODE:-host}'),
      findings: [
        {
          message: 'base',
          at: 'network_mode: ${MODE:-host}',
          offers: [{ title, output: web('image: app:1') }],
        },
      ],
      output: null,
    },
    {
      name: 'ports would be published: that is for a person to decide',
      code: web('image: app:1', 'network_mode: host', 'ports: ["80:80"]'),
      findings: [{ message: 'base', at: 'network_mode: host', offers: [] }],
      output: null,
    },
    {
      name: 'merged with nothing else in the anchor',
      code: file('x-h: &h', '  network_mode: host', 'services:', '  web:', '    <<: *h', '    image: app:1'),
      findings: [
        {
          message: 'base',
          at: 'network_mode: host',
          offers: [
            {
              title,
              output: file(
                'x-h: &h',
                '  network_mode: host',
                'services:',
                '  web:',
                '    <<: *h',
                '    image: app:1',
                '    network_mode: !reset null',
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
        '    network_mode: host',
        '  web:',
        '    extends: base',
        '    user: app',
      ),
      findings: [
        {
          message: 'base',
          at: 'network_mode: host',
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
