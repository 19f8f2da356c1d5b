import { dhiTagUnknown } from '../../../server/src/rules/dockerfile/hardened/dhi-tag-unknown';
import { ruleTester } from '../../support/rule-tester';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

ruleTester(dhiTagUnknown, {
  valid: [
    'FROM dhi.io/python:3.13-debian13\n',
    {
      name: 'an older release of a line',
      code: 'FROM dhi.io/python:3.12.7-debian13-dev AS b\nFROM dhi.io/python:3.12.7-debian13\n',
    },
    { name: 'an older day', code: 'FROM dhi.io/static:20240101-debian13\nCMD ["/a"]\n' },
    {
      name: 'FIPS and STIG variants',
      code: 'FROM dhi.io/python:3.9.23-debian13-fips-dev AS b\nFROM dhi.io/python:3.7-fips-stig\n',
    },
    { name: 'a digest', code: `FROM dhi.io/python:3.7@${digest}\n` },
    { name: 'a placeholder', code: 'FROM dhi.io/python:<tag>\n' },
    { name: 'a tag that moves', code: 'FROM dhi.io/python:latest\n' },
    { name: 'a variable without a value', code: 'ARG TAG\nFROM dhi.io/python:${TAG}\n' },
    { name: "somebody's own image with such a name", code: 'FROM acme/dhi-billing:1.2\n' },
    {
      name: 'in a heredoc',
      code: 'FROM dhi.io/python:3.13-dev AS b\nRUN <<EOF\nFROM dhi.io/pyhton:1\nEOF\nFROM dhi.io/python:3.13\n',
    },
    { name: 'words in another order', code: 'FROM dhi.io/php:8.4.1-fpm-alpine3.22\n' },
  ],
  invalid: [
    {
      code: 'FROM dhi.io/pyhton:3.13-debian13\n',
      findings: [
        {
          message: 'repository',
          at: 'dhi.io/pyhton',
          severity: 'warning',
          offers: [{ title: 'Change to python', output: 'FROM dhi.io/python:3.13-debian13\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'a mirror of the settings',
      code: 'FROM registry.example.com/hard/nodejs-thing:1\n',
      settings: { hardenedImageMirrors: ['registry.example.com/hard'] },
      findings: [
        { message: 'repository', at: 'registry.example.com/hard/nodejs-thing', severity: 'warning' },
      ],
      output: null,
    },
    {
      name: 'a release line, in both stages at once',
      code: 'FROM dhi.io/golang:1.25-debian13-dev AS build\nFROM dhi.io/golang:1.25-debian13-dev AS test\nFROM dhi.io/static:20250419-debian13\nCMD ["/a"]\n',
      findings: [0, 1].map((line) => ({
        message: 'line',
        at: '1.25-debian13-dev',
        line,
        severity: 'info' as const,
        offers: [
          {
            title: 'Change to the tag "1.26-debian13-dev", in 2 places',
            output:
              'FROM dhi.io/golang:1.26-debian13-dev AS build\nFROM dhi.io/golang:1.26-debian13-dev AS test\nFROM dhi.io/static:20250419-debian13\nCMD ["/a"]\n',
          },
        ],
      })),
      output: null,
    },
    {
      name: 'a distribution, which both twins name, and COPY --from',
      code: 'FROM dhi.io/python:3.13-debian11-dev AS b\nCOPY --from=dhi.io/uv:0.12-debian11 /uv /bin/\nFROM dhi.io/python:3.13-debian11\n',
      findings: [
        {
          message: 'system',
          at: '3.13-debian11-dev',
          severity: 'info',
          offers: [
            {
              title: 'Change to the tag "3.13-debian13-dev", in 2 places',
              output:
                'FROM dhi.io/python:3.13-debian13-dev AS b\nCOPY --from=dhi.io/uv:0.12-debian11 /uv /bin/\nFROM dhi.io/python:3.13-debian13\n',
            },
          ],
        },
        {
          message: 'system',
          at: '0.12-debian11',
          offers: [
            {
              title: 'Change to the tag "0.12-debian13"',
              output:
                'FROM dhi.io/python:3.13-debian11-dev AS b\nCOPY --from=dhi.io/uv:0.12-debian13 /uv /bin/\nFROM dhi.io/python:3.13-debian11\n',
            },
          ],
        },
        {
          message: 'system',
          at: '3.13-debian11',
          line: 2,
          offers: [
            {
              title: 'Change to the tag "3.13-debian13", in 2 places',
              output:
                'FROM dhi.io/python:3.13-debian13-dev AS b\nCOPY --from=dhi.io/uv:0.12-debian11 /uv /bin/\nFROM dhi.io/python:3.13-debian13\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a version alone, of an image that has build variants only',
      code: 'FROM dhi.io/maven:3 AS build\nFROM scratch\n',
      findings: [
        {
          message:
            'No tag of dhi.io/maven in the catalogue of 2026-08-22 is a version alone, so there is probably none to pull: name the variant, too.',
          at: '3',
          offers: [
            {
              title: 'Change to the tag "3-jdk25-dev"',
              output: 'FROM dhi.io/maven:3-jdk25-dev AS build\nFROM scratch\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'words of the upstream image, in the default of an ARG',
      code: 'ARG TAG=3.12-bookworm\nFROM dhi.io/python:${TAG}\n',
      findings: [
        {
          message: 'words',
          at: '3.12-bookworm',
          offers: [
            {
              title: 'Change the default to "3.12-debian12"',
              output: 'ARG TAG=3.12-debian12\nFROM dhi.io/python:${TAG}\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
