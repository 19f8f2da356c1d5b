import { dependsOnUnhealthy } from '../../../server/src/rules/compose/references/depends-on-unhealthy';
import { file } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

function on(db: string, condition = 'service_healthy'): string {
  return file(
    'services:',
    '  web:',
    '    image: a:1',
    '    depends_on:',
    `      db: {condition: ${condition}}`,
    `  db: {${db}}`,
  );
}

ruleTester(dependsOnUnhealthy, {
  valid: [
    on('image: "postgres:17", healthcheck: {test: [CMD, pg_isready]}'),
    on('image: "postgres:17"', 'service_started'),
    { name: 'an image may have a check of its own', code: on('image: "example/postgres:17"') },
    {
      name: 'NONE as a text is a command for the shell',
      code: on('image: "example/db:1", healthcheck: {test: NONE}'),
    },
    { name: 'so may a Dockerfile', code: on('build: .') },
    {
      name: 'which says so',
      code: on('build: .'),
      around: { dockerfiles: { Dockerfile: 'FROM postgres:17\nHEALTHCHECK CMD pg_isready\n' } },
    },
    {
      name: 'or the image below it may',
      code: on('build: .'),
      around: { dockerfiles: { Dockerfile: 'FROM example/postgres:17\n' } },
    },
    { name: 'and a file that is completed', code: on('environment: {A: b}') },
    {
      name: 'or one that is not read',
      code: on('extends: {file: a.yaml, service: b}, image: "postgres:17"'),
    },
    on('image: "postgres:${TAG}"'),
    on('image: "postgres:17"', '${CONDITION}'),
  ],
  invalid: [
    {
      code: on('image: "postgres:17"'),
      findings: [
        {
          message:
            'db has no healthcheck, and neither has its image: it never becomes healthy, and what waits for that does not start.',
          at: 'service_healthy',
          severity: 'warning',
        },
      ],
      output: null,
    },
    {
      code: on('build: ., healthcheck: {disable: true}'),
      findings: [{ message: 'disabled', at: 'service_healthy' }],
      output: null,
    },
    {
      code: on('image: "example/db:1", healthcheck: {test: [NONE]}'),
      findings: [{ message: 'disabled', at: 'service_healthy' }],
      output: null,
    },
    {
      name: 'one anchor for two services',
      code: file(
        'x-wait: &wait',
        '  db:',
        '    condition: service_healthy',
        'services:',
        '  web: {image: "a:1", depends_on: *wait}',
        '  job: {image: "a:1", depends_on: *wait}',
        '  db: {image: "docker.io/library/redis:8"}',
      ),
      findings: [{ message: 'base', at: 'service_healthy' }],
      output: null,
    },
    {
      name: 'what is built has none, in the stage that is built',
      code: on('build: {context: ., target: db}'),
      around: {
        dockerfiles: { Dockerfile: 'FROM postgres:17 AS db\nFROM db\nHEALTHCHECK CMD pg_isready\n' },
      },
      findings: [{ message: 'built', at: 'service_healthy' }],
      output: null,
    },
    {
      name: 'what is built has it switched off',
      code: on('build: .'),
      around: { dockerfiles: { Dockerfile: 'FROM example/postgres:17\nHEALTHCHECK NONE\n' } },
      findings: [{ message: 'built', at: 'service_healthy' }],
      output: null,
    },
  ],
});
