import { imageTagLatest } from '../../../server/src/rules/compose/images/image-tag-latest';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(imageTagLatest, {
  valid: [
    web('image: nginx:1.30'),
    web(`image: nginx:latest@sha256:${'0'.repeat(64)}`),
    web('image: nginx:${TAG}'),
    web('image: app:latest', 'build: .'),
    web('image: app:latest', 'pull_policy: build'),
    {
      name: 'built by another service',
      code: file('services:', '  web: {build: ., image: app:latest}', '  job: {image: app:latest}'),
    },
  ],
  invalid: [
    {
      name: 'a hardened image, which has none',
      code: web('image: "dhi.io/python:latest"'),
      findings: [
        {
          message: 'hardened',
          at: 'latest',
          offers: [
            {
              title: 'Change to the tag "3.14-debian13"',
              output: web('image: "dhi.io/python:3.14-debian13"'),
            },
            {
              title: 'Change to the tag "3.14-alpine3.24"',
              output: web('image: "dhi.io/python:3.14-alpine3.24"'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: web('image: "nginx:latest"'),
      findings: [
        {
          message: 'base',
          at: 'latest',
          severity: 'warning',
          offers: [{ title: 'Change to the tag "1.30"', output: web('image: "nginx:1.30"') }],
        },
      ],
      output: null,
    },
    {
      code: web('image: ghcr.io/acme/app:edge'),
      findings: [{ message: 'base', at: 'edge', offers: [] }],
      output: null,
    },
    {
      code: web('image: redis:${TAG:-latest}'),
      findings: [{ message: 'base', at: 'redis:${TAG:-latest}', offers: [] }],
      output: null,
    },
    {
      name: 'through an anchor and extends, once',
      code: file(
        'services:',
        '  base: &b',
        '    image: redis:latest',
        '  web: *b',
        '  job:',
        '    extends: base',
      ),
      findings: [
        {
          message: 'base',
          at: 'latest',
          offers: [
            {
              title: 'Change to the tag "8"',
              output: file(
                'services:',
                '  base: &b',
                '    image: redis:8',
                '  web: *b',
                '  job:',
                '    extends: base',
              ),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
