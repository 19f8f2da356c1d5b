import { imageDigestMissing } from '../../../server/src/rules/compose/images/image-digest-missing';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const other = `sha256:${'a'.repeat(64)}`;

ruleTester(imageDigestMissing, {
  valid: [
    web(`image: nginx:1.30@${digest}`),
    web('image: nginx'),
    web('image: nginx:latest'),
    web('image: nginx:${TAG}'),
    web('image: app:1', 'build: .'),
  ],
  invalid: [
    {
      code: web('image: "nginx:1.30"'),
      findings: [{ message: 'base', at: '"nginx:1.30"', severity: 'info', offers: [] }],
      output: null,
    },
    {
      name: 'a digest that another service names',
      code: file(
        'services:',
        '  a: {image: "redis:8"}',
        `  b: {image: "docker.io/library/redis:8@${digest}"}`,
      ),
      findings: [
        {
          message: 'base',
          at: '"redis:8"',
          offers: [
            {
              title: 'Add the digest that this file names elsewhere',
              output: file(
                'services:',
                `  a: {image: "redis:8@${digest}"}`,
                `  b: {image: "docker.io/library/redis:8@${digest}"}`,
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'two digests of one tag, and a variable',
      code: file(
        'services:',
        '  a: {image: "redis:8"}',
        `  b: {image: "redis:8@${digest}"}`,
        `  c: {image: "redis:8@${other}"}`,
        '  d: {image: "redis:${TAG:-8}"}',
      ),
      findings: [
        { message: 'base', at: '"redis:8"', offers: [] },
        { message: 'base', at: '"redis:${TAG:-8}"', offers: [] },
      ],
      output: null,
    },
    {
      name: 'once for an anchor',
      code: file('x-a: &a {image: "redis:8"}', 'services:', '  a: *a', '  b: {<<: *a}'),
      findings: [{ message: 'base', at: '"redis:8"', offers: [] }],
      output: null,
    },
  ],
});
