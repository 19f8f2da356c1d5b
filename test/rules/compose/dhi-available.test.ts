import { dhiAvailable } from '../../../server/src/rules/compose/images/dhi-available';
import { ruleTester } from '../../support/rule-tester';

const service = (image: string, rest = ''): string => `services:\n  app:\n    image: ${image}\n${rest}`;
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

ruleTester(dhiAvailable, {
  valid: [
    service('dhi.io/memcached:1.6-debian13'),
    { name: 'nothing of this release line', code: service('redis:5') },
    { name: 'an image without a counterpart', code: service('ghcr.io/example/app:1.0.0') },
    { name: 'what is built here', code: service('python:3.13', '    build: .\n') },
    { name: 'a variable without a value', code: service('python:${TAG}') },
    { name: 'what docker-cli-image says', code: service('docker:29-cli') },
  ],
  invalid: [
    {
      code: service('memcached:1.6'),
      findings: [
        {
          message: 'memcached:1.6 has a hardened counterpart. To run it take dhi.io/memcached:1.6-debian13.',
          at: 'memcached:1.6',
          severity: 'hint',
          offers: [
            {
              title: 'Change to dhi.io/memcached:1.6-debian13',
              output: service('dhi.io/memcached:1.6-debian13'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'one, or all',
      code: 'services:\n  a:\n    image: memcached:1.6\n  b:\n    image: "python:3.13-bullseye"\n  c:\n    image: postgres:17\n    volumes:\n      - d:/var/lib/postgresql/data\nvolumes:\n  d:\n',
      findings: [
        {
          message: 'base',
          at: 'memcached:1.6',
          offers: [
            {
              title: 'Change to dhi.io/memcached:1.6-debian13',
              output:
                'services:\n  a:\n    image: dhi.io/memcached:1.6-debian13\n  b:\n    image: "python:3.13-bullseye"\n  c:\n    image: postgres:17\n    volumes:\n      - d:/var/lib/postgresql/data\nvolumes:\n  d:\n',
            },
            {
              title: 'Change all 2 images that can be to hardened ones',
              output:
                'services:\n  a:\n    image: dhi.io/memcached:1.6-debian13\n  b:\n    image: "dhi.io/python:3.13-debian13"\n  c:\n    image: postgres:17\n    volumes:\n      - d:/var/lib/postgresql/data\nvolumes:\n  d:\n',
            },
          ],
        },
        {
          message: 'base',
          at: '"python:3.13-bullseye"',
          offers: [
            {
              title: 'Change to dhi.io/python:3.13-debian13 (debian13 instead of bullseye)',
              output:
                'services:\n  a:\n    image: memcached:1.6\n  b:\n    image: "dhi.io/python:3.13-debian13"\n  c:\n    image: postgres:17\n    volumes:\n      - d:/var/lib/postgresql/data\nvolumes:\n  d:\n',
            },
            {
              title: 'Change all 2 images that can be to hardened ones',
              output:
                'services:\n  a:\n    image: dhi.io/memcached:1.6-debian13\n  b:\n    image: "dhi.io/python:3.13-debian13"\n  c:\n    image: postgres:17\n    volumes:\n      - d:/var/lib/postgresql/data\nvolumes:\n  d:\n',
            },
          ],
        },
        { message: 'base', at: 'postgres:17' },
      ],
      output: null,
    },
    {
      name: 'a port below 1024, which nobody opens there',
      code: service('nginx:1.30', '    ports:\n      - "127.0.0.1:8080:80"\n'),
      findings: [{ message: 'base', at: 'nginx:1.30' }],
      output: null,
    },
    {
      name: 'a digest, a variable, a check by tools',
      code: `services:\n  a:\n    image: memcached:1.6@${digest}\n  b:\n    image: memcached:\${V:-1.6}\n  c:\n    image: memcached:1.6\n    healthcheck:\n      test: nc -z localhost 11211\n`,
      findings: [
        { message: 'base', at: `memcached:1.6@${digest}` },
        { message: 'base', at: 'memcached:${V:-1.6}' },
        { message: 'base', at: 'memcached:1.6', line: 6 },
      ],
      output: null,
    },
  ],
});
