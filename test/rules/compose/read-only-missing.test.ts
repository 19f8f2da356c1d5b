import { readOnlyMissing } from '../../../server/src/rules/compose/isolation/read-only-missing';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const withTmp = 'Make the root file system read-only, with /tmp in memory (check that it still works)';
const plain = 'Make the root file system read-only';
const checked = `${plain} (check that it still works)`;

ruleTester(readOnlyMissing, {
  valid: [
    web('image: app:1', 'read_only: true'),
    web('image: app:1', 'read_only: false'),
    web('image: app:1', 'read_only: ${READ_ONLY}'),
    web('environment: {A: b}'),
    web('extends: {file: base.yml, service: web}'),
    {
      name: 'merged',
      code: file('x-h: &h {read_only: true}', 'services:', '  web: {<<: [*h], image: app:1}'),
    },
  ],
  invalid: [
    {
      code: web('image: app:1'),
      findings: [
        {
          message: 'base',
          at: 'web',
          severity: 'hint',
          offers: [{ title: withTmp, output: web('image: app:1', 'read_only: true', 'tmpfs:', '  - /tmp') }],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'tmpfs: /run'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [{ title: checked, output: web('image: app:1', 'tmpfs: /run', 'read_only: true') }],
        },
      ],
      output: null,
    },
    {
      settings: { profile: 'strict' },
      code: web('image: nginx:1.30'),
      findings: [
        {
          message: 'base',
          at: 'web',
          severity: 'info',
          offers: [
            {
              title: 'Make the root file system read-only, with /var/cache/nginx, /var/run, /tmp in memory',
              output: web(
                'image: nginx:1.30',
                'read_only: true',
                'tmpfs:',
                '  - /var/cache/nginx',
                '  - /var/run',
                '  - /tmp',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a known image gets what it lacks beside what is mounted',
      code: web(
        'image: postgres:17.5',
        'tmpfs:',
        '  - /run:size=1m',
        'volumes:',
        '  - sockets:/var/run/postgresql',
      ),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: `${plain}, with /tmp in memory`,
              output: web(
                'image: postgres:17.5',
                'tmpfs:',
                '  - /run:size=1m',
                '  - /tmp',
                'volumes:',
                '  - sockets:/var/run/postgresql',
                'read_only: true',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a hardened database whose data lie on a volume, and one whose data would be lost',
      code: file(
        'services:',
        '  web:',
        '    image: dhi.io/redis:8',
        '    volumes: [redis:/data]',
        '  lost:',
        '    image: dhi.io/redis:8',
      ),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: plain,
              output: file(
                'services:',
                '  web:',
                '    image: dhi.io/redis:8',
                '    volumes: [redis:/data]',
                '    read_only: true',
                '  lost:',
                '    image: dhi.io/redis:8',
              ),
            },
          ],
        },
        {
          message: 'base',
          at: 'lost',
          offers: [
            {
              title: withTmp,
              output: file(
                'services:',
                '  web:',
                '    image: dhi.io/redis:8',
                '    volumes: [redis:/data]',
                '  lost:',
                '    image: dhi.io/redis:8',
                '    read_only: true',
                '    tmpfs: [/tmp]',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a service that is an alias becomes a merge once',
      code: file('x-a: &a', '  image: app:1', 'services:', '  web: *a'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: withTmp,
              output: file(
                'x-a: &a',
                '  image: app:1',
                'services:',
                '  web:',
                '    <<: *a',
                '    read_only: true',
                '    tmpfs:',
                '      - /tmp',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
