import { capAddDangerous } from '../../../server/src/rules/compose/isolation/cap-add-dangerous';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(capAddDangerous, {
  valid: [
    web('image: app:1', 'cap_add: [NET_BIND_SERVICE, CHOWN, CAP_SETUID]'),
    web('image: app:1', 'cap_add: ["${CAP}"]'),
    web('image: app:1', 'cap_drop: [ALL, SYS_ADMIN]'),
    web('image: app:1', 'cap_add: !reset [SYS_ADMIN]'),
    web('image: app:1', 'cap_add:'),
  ],
  invalid: [
    {
      code: web('image: app:1', 'cap_add:', '  - NET_BIND_SERVICE', '  - SYS_ADMIN # fuse'),
      findings: [
        {
          message: 'The capability SYS_ADMIN lets the container mount file systems and leave its isolation.',
          at: 'SYS_ADMIN',
          severity: 'error',
          offers: [
            { title: 'Remove SYS_ADMIN', output: web('image: app:1', 'cap_add:', '  - NET_BIND_SERVICE') },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'cap_add: [all, "CAP_NET_ADMIN"]'),
      findings: [
        {
          message: 'base',
          at: 'all',
          severity: 'error',
          offers: [{ title: 'Remove ALL', output: web('image: app:1', 'cap_add: ["CAP_NET_ADMIN"]') }],
        },
        {
          message: 'base',
          at: '"CAP_NET_ADMIN"',
          severity: 'warning',
          offers: [{ title: 'Remove NET_ADMIN', output: web('image: app:1', 'cap_add: [all]') }],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'cap_add:', '  - ${CAP:-SYS_PTRACE}'),
      findings: [
        {
          message: 'base',
          at: '${CAP:-SYS_PTRACE}',
          severity: 'error',
          offers: [{ title: 'Remove SYS_PTRACE', output: web('image: app:1') }],
        },
      ],
      output: null,
    },
    {
      name: 'an anchored list that two services share',
      code: file(
        'services:',
        '  web:',
        '    image: app:1',
        '    cap_add: &caps',
        '      - BPF',
        '      - CHOWN',
        '  job:',
        '    image: job:1',
        '    cap_add: *caps',
      ),
      findings: [
        {
          message: 'base',
          at: 'BPF',
          offers: [
            {
              title: 'Remove BPF',
              output: file(
                'services:',
                '  web:',
                '    image: app:1',
                '    cap_add: &caps',
                '      - CHOWN',
                '  job:',
                '    image: job:1',
                '    cap_add: *caps',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'added to what extends brings',
      code: file(
        'services:',
        '  base:',
        '    image: app:1',
        '    cap_add: [CHOWN]',
        '  web:',
        '    extends: {service: base}',
        '    cap_add: [SYS_TIME]',
      ),
      findings: [
        {
          message: 'base',
          at: 'SYS_TIME',
          severity: 'warning',
          offers: [
            {
              title: 'Remove SYS_TIME',
              output: file(
                'services:',
                '  base:',
                '    image: app:1',
                '    cap_add: [CHOWN]',
                '  web:',
                '    extends: {service: base}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
