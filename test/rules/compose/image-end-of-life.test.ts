import { imageEndOfLife } from '../../../server/src/rules/compose/images/image-end-of-life';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(imageEndOfLife, {
  valid: [
    web('image: postgres:17.5'),
    web('image: postgres'),
    web('image: postgres:${TAG}'),
    web('image: example.com/postgres:9.6'),
    web('image: dhi.io/python:3.8'),
    web('image: postgres:9.6', 'build: .'),
    { name: 'the last day of its line', today: '2024-11-14', code: web('image: postgres:12.4') },
  ],
  invalid: [
    {
      code: web("image: 'postgres:12.4-alpine' # data"),
      findings: [
        {
          message:
            'PostgreSQL 12 has had no security fixes since 2024-11-14, so holes found later stay open.',
          at: '12.4-alpine',
          severity: 'warning',
          offers: [
            { title: 'Change to the tag "14-alpine"', output: web("image: 'postgres:14-alpine' # data") },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a distribution that has ended, in the default of a variable',
      code: web('image: ${IMAGE:-node:24-buster}'),
      findings: [{ message: 'system', at: '${IMAGE:-node:24-buster}', offers: [] }],
      output: null,
    },
    {
      name: 'once for an anchor that two services share',
      code: file(
        'x-redis: &redis',
        '  image: redis:5-alpine',
        'services:',
        '  a: *redis',
        '  b:',
        '    <<: *redis',
      ),
      findings: [
        {
          message: 'base',
          at: '5-alpine',
          offers: [
            {
              title: 'Change to the tag "8.6-alpine"',
              output: file(
                'x-redis: &redis',
                '  image: redis:8.6-alpine',
                'services:',
                '  a: *redis',
                '  b:',
                '    <<: *redis',
              ),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a digest holds the old image whatever the tag says',
      code: web(`image: "python:3.8@sha256:${'0'.repeat(64)}"`),
      findings: [{ message: 'base', at: '3.8', offers: [] }],
      output: null,
    },
    {
      name: 'a product that has a successor',
      code: web('image: openjdk:11-jre'),
      findings: [
        {
          message: 'base',
          at: '11-jre',
          offers: [
            {
              title: 'Change to eclipse-temurin:11-jre',
              output: web('image: eclipse-temurin:11-jre'),
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
