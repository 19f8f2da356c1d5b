import { imageTagLatest } from '../../../server/src/rules/dockerfile/images/image-tag-latest';
import { ruleTester } from '../../support/rule-tester';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

ruleTester(imageTagLatest, {
  valid: [
    'FROM python:3.14\n',
    `FROM python:latest@${digest}\n`,
    { name: 'no tag is another rule', code: 'FROM python\n' },
    { name: 'a stage called latest', code: 'FROM python:3.14 AS latest\nFROM latest\n' },
    { name: 'a variable without a value', code: 'ARG TAG\nFROM python:${TAG}\n' },
    { name: 'an image of uv', code: 'FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/\n' },
    { name: 'a name that only contains the word', code: 'FROM example/latest-tools:1.2\n' },
  ],
  invalid: [
    {
      name: 'a hardened image, which has none',
      code: 'FROM acme/dhi-python:latest\n',
      findings: [
        {
          message:
            'The catalogue lists no tag "latest" of acme/dhi-python, so there is probably nothing to pull: tags of hardened images name versions.',
          at: 'latest',
          offers: [
            { title: 'Change to the tag "3.14-debian13"', output: 'FROM acme/dhi-python:3.14-debian13\n' },
            {
              title: 'Change to the tag "3.14-alpine3.24"',
              output: 'FROM acme/dhi-python:3.14-alpine3.24\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: 'FROM python:latest\n',
      findings: [
        {
          message: 'base',
          at: 'latest',
          offers: [{ title: 'Change to the tag "3.14"', output: 'FROM python:3.14\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'a floating tag that says more',
      code: 'FROM debian:stable-slim AS base\nUSER app\n',
      findings: [{ message: 'base', at: 'stable-slim' }],
      output: null,
    },
    {
      name: 'from the default of an ARG',
      code: 'ARG TAG=latest\nFROM python:${TAG}\n',
      findings: [
        {
          message: 'base',
          at: 'latest',
          offers: [{ title: 'Change the default to "3.14"', output: 'ARG TAG=3.14\nFROM python:${TAG}\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'what is built on an image and what runs on it change together',
      code: 'FROM python:latest AS b\nFROM python:latest\nCOPY --from=b /a /a\n',
      findings: [0, 1].map((line) => ({
        message: 'base',
        at: 'latest',
        line,
        offers: [
          {
            title: 'Change to the tag "3.14", in 2 places',
            output: 'FROM python:3.14 AS b\nFROM python:3.14\nCOPY --from=b /a /a\n',
          },
        ],
      })),
      output: null,
    },
    {
      name: 'COPY --from and RUN --mount from',
      code: 'FROM python:3.14\nCOPY --from=composer:latest /usr/bin/composer /bin/\nRUN --mount=from=example/t:edge,target=/t /t/a\n',
      findings: [
        {
          message: 'base',
          at: 'latest',
          offers: [
            {
              title: 'Change to the tag "2"',
              output:
                'FROM python:3.14\nCOPY --from=composer:2 /usr/bin/composer /bin/\nRUN --mount=from=example/t:edge,target=/t /t/a\n',
            },
          ],
        },
        { message: 'base', at: 'edge' },
      ],
      output: null,
    },
  ],
});
