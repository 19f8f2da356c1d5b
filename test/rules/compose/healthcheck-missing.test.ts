import { healthcheckMissing } from '../../../server/src/rules/compose/limits/healthcheck-missing';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(healthcheckMissing, {
  valid: [
    web('image: postgres:17', 'healthcheck: {test: [CMD, pg_isready]}'),
    web('image: postgres:17', 'healthcheck: {disable: true}'),
    web('image: ghcr.io/example/app:1'),
    web('image: example/app:1'),
    web('image: dhi.io/postgres:17'),
    web('image: postgres:17', 'build: .'),
    web('image: ${IMAGE}'),
    web('image: postgres:17', 'extends: {file: base.yml, service: web}'),
    {
      name: 'merged',
      code: file(
        'x-h: &h {healthcheck: {test: [CMD, pg_isready]}}',
        'services:',
        '  web: {<<: *h, image: postgres:17}',
      ),
    },
  ],
  invalid: [
    {
      code: web('image: public.ecr.aws/docker/library/postgres:17'),
      findings: [{ message: 'base', at: 'web', severity: 'info', offers: [] }],
      output: null,
    },
    {
      code: web('image: redis:8', 'restart: always'),
      findings: [{ message: 'base', at: 'web' }],
      output: null,
    },
    {
      name: 'what extends hands on, in each service',
      code: file('services:', '  base: {image: "nginx:1.30"}', '  web: {extends: base}'),
      findings: [
        { message: 'base', at: 'base' },
        { message: 'base', at: 'web' },
      ],
      output: null,
    },
    {
      name: 'what is reset',
      code: web('image: postgres:17', 'healthcheck: !reset {test: [CMD, pg_isready]}'),
      findings: [{ message: 'base', at: 'web' }],
      output: null,
    },
  ],
});
