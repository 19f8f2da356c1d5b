import { imageTagMissing } from '../../../server/src/rules/compose/images/image-tag-missing';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(imageTagMissing, {
  valid: [
    web('image: nginx:1.30'),
    web('image: registry:5000/team/app:1'),
    web(`image: nginx@sha256:${'0'.repeat(64)}`),
    web('image: app:${TAG}'),
    web('image: ${IMAGE}'),
    web('image: app', 'build: .'),
    web('image: app', 'pull_policy: never'),
    web('build: .'),
    {
      name: 'built by another service',
      code: file('services:', '  web: {build: ., image: app}', '  job: {image: app}'),
    },
  ],
  invalid: [
    {
      name: 'a hardened image, which has no latest',
      code: web('image: dhi.io/python # back'),
      findings: [
        {
          message: 'hardened',
          at: 'dhi.io/python',
          offers: [
            {
              title: 'Add the tag "3.14-debian13"',
              output: web('image: dhi.io/python:3.14-debian13 # back'),
            },
            {
              title: 'Add the tag "3.14-alpine3.24"',
              output: web('image: dhi.io/python:3.14-alpine3.24 # back'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: nginx # front'),
      findings: [
        {
          message: 'base',
          at: 'nginx',
          severity: 'warning',
          offers: [{ title: 'Add the tag "1.30"', output: web('image: nginx:1.30 # front') }],
        },
      ],
      output: null,
    },
    {
      code: web('image: "postgres"'),
      findings: [
        {
          message: 'base',
          at: '"postgres"',
          offers: [{ title: 'Add the tag "18"', output: web('image: "postgres:18"') }],
        },
      ],
      output: null,
    },
    {
      code: web('image: registry:5000/team/app'),
      findings: [{ message: 'base', at: 'registry:5000/team/app', offers: [] }],
      output: null,
    },
    {
      code: web('image: ${IMAGE:-redis}'),
      findings: [{ message: 'base', at: '${IMAGE:-redis}', offers: [] }],
      output: null,
    },
    {
      name: 'merged into two services',
      code: file('x-i: &i {image: redis}', 'services:', '  web: {<<: *i}', '  job: *i'),
      findings: [
        {
          message: 'base',
          at: 'redis',
          offers: [
            {
              title: 'Add the tag "8"',
              output: file('x-i: &i {image: redis:8}', 'services:', '  web: {<<: *i}', '  job: *i'),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
