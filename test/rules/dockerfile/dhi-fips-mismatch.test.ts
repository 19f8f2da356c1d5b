import { dhiFipsMismatch } from '../../../server/src/rules/dockerfile/hardened/dhi-fips-mismatch';
import { ruleTester } from '../../support/rule-tester';

ruleTester(dhiFipsMismatch, {
  valid: [
    'FROM dhi.io/python:3.13-debian13-fips-dev AS b\nFROM dhi.io/python:3.13-debian13-fips\n',
    'FROM dhi.io/python:3.13-debian13-dev AS b\nFROM dhi.io/python:3.13-debian13\n',
    {
      name: 'an image without cryptography of its own',
      code: 'FROM dhi.io/python:3.13-debian13-fips-dev AS b\nFROM dhi.io/static:20250419-debian13\nCMD ["/a"]\n',
    },
    {
      name: 'an image that has no such variants',
      code: 'FROM dhi.io/uv:0.12-debian13 AS uv\nFROM dhi.io/python:3.13-debian13-fips\n',
    },
    {
      name: 'a variable without a value',
      code: 'ARG T\nFROM dhi.io/python:${T} AS b\nFROM dhi.io/python:3.13-fips\n',
    },
    { name: 'images that are not hardened', code: 'FROM python:3.13 AS b\nFROM dhi.io/python:3.13-fips\n' },
    {
      name: 'a stage on another',
      code: 'FROM dhi.io/python:3.13-fips AS base\nFROM base\n',
    },
    {
      name: 'in a heredoc',
      code: 'FROM dhi.io/python:3.13-fips-dev AS b\nRUN <<EOF\nFROM dhi.io/python:3.13\nEOF\nFROM dhi.io/python:3.13-fips\n',
    },
  ],
  invalid: [
    {
      code: 'FROM dhi.io/python:3.13-debian13-fips-dev AS build\nFROM dhi.io/python:3.13-debian13\nUSER 65532\n',
      findings: [
        {
          message:
            'This stage ships without the validated cryptography of FIPS 140, which build builds with. Take the FIPS variant, or none in either.',
          at: '3.13-debian13',
          line: 1,
          offers: [
            {
              title: 'Change to the FIPS variant "3.13-debian13-fips"',
              output:
                'FROM dhi.io/python:3.13-debian13-fips-dev AS build\nFROM dhi.io/python:3.13-debian13-fips\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the reverse, with a tag that both stages share, and a mirror',
      code: 'ARG TAG=24-debian13\nFROM acme/dhi-node:${TAG}-dev AS build\nRUN id\nFROM acme/dhi-node:${TAG}-fips\nUSER 1000\n',
      findings: [
        {
          message: 'builds',
          at: 'acme/dhi-node:${TAG}-dev',
          offers: [
            {
              title: 'Change to the FIPS variant "24-debian13-fips-dev"',
              output:
                'ARG TAG=24-debian13\nFROM acme/dhi-node:${TAG}-fips-dev AS build\nRUN id\nFROM acme/dhi-node:${TAG}-fips\nUSER 1000\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a command that FIPS 140 forbids',
      code: 'FROM dhi.io/python:3.13-dev AS build\nRUN md5sum /a\nFROM dhi.io/python:3.13-fips\n',
      findings: [{ message: 'builds', at: '3.13-dev' }],
      output: null,
    },
    {
      name: 'a tag without a distribution, a stage without a name',
      code: 'FROM dhi.io/node:24-fips-dev\nRUN id\nFROM dhi.io/node:24\nUSER node\n',
      findings: [
        {
          message:
            'This stage ships without the validated cryptography of FIPS 140, which 24-fips-dev builds with. Take the FIPS variant, or none in either.',
          at: '24',
          line: 2,
          offers: [
            {
              title: 'Change to the FIPS variant "24-fips"',
              output: 'FROM dhi.io/node:24-fips-dev\nRUN id\nFROM dhi.io/node:24-fips\nUSER node\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
