import { capDropMissing } from '../../../server/src/rules/compose/isolation/cap-drop-missing';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const plain = 'Drop all capabilities';
const title = `${plain} (check that it still works)`;

ruleTester(capDropMissing, {
  valid: [
    web('image: app:1', 'cap_drop: [ALL]'),
    web('image: app:1', 'cap_drop:', '  - all'),
    web('image: app:1', 'cap_drop: ["${DROP}"]'),
    web('image: app:1', 'extends: {file: base.yml, service: web}'),
    web('image: app:1', '<<: *nobody'),
    { name: 'a fragment of another file', code: web('ports: ["127.0.0.1:80:80"]') },
    {
      name: 'an anchor that drops',
      code: file('x-h: &h {cap_drop: [ALL]}', 'services:', '  web: {<<: *h, image: app:1}'),
    },
    {
      name: 'a base that drops',
      code: file('services:', '  base: {image: app:1, cap_drop: [ALL]}', '  web: {extends: base}'),
    },
    { name: 'broken YAML', code: 'services:\n  web:\n    image: "app:1\n' },
  ],
  invalid: [
    {
      name: 'what rootless BuildKit needs is not known',
      code: web('image: dhi.io/buildkit:0'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [{ title, output: web('image: dhi.io/buildkit:0', 'cap_drop:', '  - ALL') }],
        },
      ],
      output: null,
    },
    {
      name: 'a server that starts as root',
      code: web('image: nginx:1.29-alpine'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: 'Drop all capabilities but those that the image needs to start',
              output: web(
                'image: nginx:1.29-alpine',
                'cap_drop:',
                '  - ALL',
                'cap_add:',
                '  - CHOWN',
                '  - NET_BIND_SERVICE',
                '  - SETGID',
                '  - SETUID',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'such a server as another account, and its namesake',
      code: file(
        'services:',
        '  web: {image: "nginx:1.29", user: "101:101"}',
        '  other: {image: "example.com/nginx:1"}',
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
                '  web: {image: "nginx:1.29", user: "101:101", cap_drop: [ALL]}',
                '  other: {image: "example.com/nginx:1"}',
              ),
            },
          ],
        },
        {
          message: 'base',
          at: 'other',
          offers: [
            {
              title,
              output: file(
                'services:',
                '  web: {image: "nginx:1.29", user: "101:101"}',
                '  other: {image: "example.com/nginx:1", cap_drop: [ALL]}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1'),
      findings: [
        {
          message: 'base',
          at: 'web',
          severity: 'hint',
          offers: [{ title, output: web('image: app:1', 'cap_drop:', '  - ALL') }],
        },
      ],
      output: null,
    },
    {
      settings: { profile: 'strict' },
      code: web('build: .', 'cap_drop:', '  - NET_RAW'),
      findings: [
        {
          message: 'base',
          at: 'web',
          severity: 'warning',
          offers: [{ title, output: web('build: .', 'cap_drop:', '  - NET_RAW', '  - ALL') }],
        },
      ],
      output: null,
    },
    {
      code: 'services: {web: {image: app:1, cap_drop: []}}\n',
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [{ title, output: 'services: {web: {image: app:1, cap_drop: [ALL]}}\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'each service that merges the anchor has its own finding and its own list',
      code: file(
        'x-c: &c',
        '  cap_drop: [NET_RAW]',
        'services:',
        '  web:',
        '    <<: *c',
        '    image: app:1',
        '  job: &j',
        '    <<: *c',
        '    image: job:1',
      ),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title,
              output: file(
                'x-c: &c',
                '  cap_drop: [NET_RAW]',
                'services:',
                '  web:',
                '    <<: *c',
                '    image: app:1',
                '    cap_drop: [NET_RAW, ALL]',
                '  job: &j',
                '    <<: *c',
                '    image: job:1',
              ),
            },
          ],
        },
        {
          message: 'base',
          at: 'job',
          offers: [
            {
              title,
              output: file(
                'x-c: &c',
                '  cap_drop: [NET_RAW]',
                'services:',
                '  web:',
                '    <<: *c',
                '    image: app:1',
                '  job: &j',
                '    <<: *c',
                '    image: job:1',
                '    cap_drop: [NET_RAW, ALL]',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'what is added already is not added again',
      code: web('image: nginx:1.29-alpine', 'cap_add: [NET_BIND_SERVICE, CAP_CHOWN]'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: 'Drop all capabilities but those that the image needs to start',
              output: web(
                'image: nginx:1.29-alpine',
                'cap_add: [NET_BIND_SERVICE, CAP_CHOWN, SETGID, SETUID]',
                'cap_drop: [ALL]',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a hardened image runs as another account and needs none',
      code: web('image: dhi.io/redis:8'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [{ title: plain, output: web('image: dhi.io/redis:8', 'cap_drop:', '  - ALL') }],
        },
      ],
      output: null,
    },
    {
      name: 'a service that is an alias becomes a merge',
      code: file('x-a: &a {image: app:1}', 'services:', '  web: *a'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title,
              output: file(
                'x-a: &a {image: app:1}',
                'services:',
                '  web:',
                '    <<: *a',
                '    cap_drop:',
                '      - ALL',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an image whose entry point changes the account keeps what that takes',
      code: web('image: postgres:17.5'),
      findings: [
        {
          message: 'base',
          at: 'web',
          offers: [
            {
              title: 'Drop all capabilities but those that the image needs to start',
              output: web(
                'image: postgres:17.5',
                'cap_drop:',
                '  - ALL',
                'cap_add:',
                '  - CHOWN',
                '  - DAC_OVERRIDE',
                '  - FOWNER',
                '  - SETGID',
                '  - SETUID',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
