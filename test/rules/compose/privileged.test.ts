import { privileged } from '../../../server/src/rules/compose/isolation/privileged';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const title = 'Remove privileged';

ruleTester(privileged, {
  valid: [
    web('image: app:1'),
    web('image: app:1', 'privileged: false'),
    web('image: app:1', 'privileged: ${PRIVILEGED}'),
    web('image: app:1', 'privileged: ${PRIVILEGED:-false}'),
    {
      name: 'nobody uses the anchor',
      code: file('x-p: &p', '  privileged: true', 'services:', '  web:', '    image: app:1'),
    },
    {
      name: 'the service overrides the merge',
      code: file(
        'x-p: &p {privileged: true}',
        'services:',
        '  web:',
        '    <<: *p',
        '    image: app:1',
        '    privileged: false',
      ),
    },
    {
      name: 'an extending service resets it',
      code: file(
        'services:',
        '  base:',
        '    image: app:1',
        '  web:',
        '    extends: base',
        '    privileged: !reset true',
      ),
    },
  ],
  invalid: [
    ...[
      { image: 'dhi.io/buildkit:0', lines: ['privileged: true', 'image: dhi.io/buildkit:0'] },
      {
        image: 'moby/buildkit:v0.25.0-rootless',
        lines: ['privileged: true', 'image: moby/buildkit:v0.25.0-rootless'],
      },
      // Where it is the last key, the options take its place.
      {
        image: 'dhi.io/buildkit:0',
        lines: ['image: dhi.io/buildkit:0', 'privileged: true # for the namespaces'],
      },
    ].map(({ image, lines }) => ({
      name: `rootless BuildKit gets what it needs instead: ${lines.join(', ')}`,
      code: web(...lines),
      findings: [
        {
          message: 'base',
          at: 'privileged: true',
          offers: [
            {
              title,
              output: web(
                `image: ${image}`,
                'security_opt:',
                '  - seccomp=unconfined',
                '  - apparmor=unconfined',
                '  - systempaths=unconfined',
              ),
            },
          ],
        },
      ],
      output: null,
    })),
    {
      code: web('image: app:1', 'privileged: true # why'),
      findings: [
        {
          message: 'base',
          at: 'privileged: true',
          severity: 'error',
          offers: [{ title, output: web('image: app:1') }],
        },
      ],
      output: null,
    },
    {
      code: 'services: {web: {privileged: "true", image: app:1}}\n',
      findings: [
        {
          message: 'base',
          at: 'privileged: "true"',
          offers: [{ title, output: 'services: {web: {image: app:1}}\n' }],
        },
      ],
      output: null,
    },
    {
      code: web('image: app:1', 'privileged: ${P:-yes}'),
      findings: [
        { message: 'base', at: 'privileged: ${P:-yes}', offers: [{ title, output: web('image: app:1') }] },
      ],
      output: null,
    },
    {
      name: 'one finding for all who merge the anchor, one fix for all',
      code: file(
        'x-p: &p',
        '  privileged: true',
        '  restart: always',
        'services:',
        '  web:',
        '    <<: *p',
        '    image: app:1',
        '  job: {<<: *p, image: job:1}',
      ),
      findings: [
        {
          message: 'base',
          at: 'privileged: true',
          offers: [
            {
              title,
              output: file(
                'x-p: &p',
                '  restart: always',
                'services:',
                '  web:',
                '    <<: *p',
                '    image: app:1',
                '  job: {<<: *p, image: job:1}',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a merge whose anchor would be left empty is overridden',
      code: file('x-p: &p', '  privileged: true', 'services:', '  web:', '    <<: *p', '    image: app:1'),
      findings: [
        {
          message: 'base',
          at: 'privileged: true',
          offers: [
            {
              title,
              output: file(
                'x-p: &p',
                '  privileged: true',
                'services:',
                '  web:',
                '    <<: *p',
                '    image: app:1',
                '    privileged: false',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a service that is an alias',
      code: file('x-p: &p', '  image: app:1', '  privileged: true', 'services:', '  web: *p'),
      findings: [
        {
          message: 'base',
          at: 'privileged: true',
          offers: [{ title, output: file('x-p: &p', '  image: app:1', 'services:', '  web: *p') }],
        },
      ],
      output: null,
    },
    {
      name: 'what extends hands on is said once',
      code: file(
        'services:',
        '  base:',
        '    image: app:1',
        '    privileged: true',
        '  web:',
        '    extends: base',
      ),
      findings: [
        {
          message: 'base',
          at: 'privileged: true',
          offers: [
            {
              title,
              output: file('services:', '  base:', '    image: app:1', '  web:', '    extends: base'),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
