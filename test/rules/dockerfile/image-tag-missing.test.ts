import { imageTagMissing } from '../../../server/src/rules/dockerfile/images/image-tag-missing';
import { ruleTester } from '../../support/rule-tester';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

ruleTester(imageTagMissing, {
  valid: [
    'FROM python:3.14\n',
    `FROM python@${digest}\n`,
    { name: 'a stage', code: 'FROM python:3.14 AS base\nFROM base\n' },
    { name: 'a stage in another case', code: 'FROM python:3.14 AS Base\nFROM base\n' },
    { name: 'scratch', code: 'FROM scratch\n' },
    { name: 'a tag in a default', code: 'ARG TAG=3.14\nFROM python:${TAG}\n' },
    { name: 'a tag in a default of the reference', code: 'FROM python:${TAG:-3.14}\n' },
    { name: 'a variable without a value', code: 'ARG IMAGE\nFROM ${IMAGE}\n' },
    { name: 'a port is no tag, but this has one', code: 'FROM localhost:5000/python:3.14\n' },
    {
      name: 'copied from a stage',
      code: 'FROM python:3.14 AS build\nFROM scratch\nCOPY --from=build /a /a\n',
    },
    {
      name: 'copied from a stage by its number',
      code: 'FROM python:3.14\nFROM scratch\nCOPY --from=0 /a /a\n',
    },
    { name: "BuildKit's name of the context", code: 'FROM scratch\nCOPY --from=context a /a\n' },
    {
      name: 'a named build context',
      code: 'FROM scratch\nCOPY --from=assets a /a\n',
      around: { namedContexts: ['assets'] },
    },
    {
      name: 'what copy-from-unknown-stage says',
      code: 'FROM python:3.14 AS builder\nFROM scratch\nCOPY --from=buildr a b\n',
    },
    { name: 'an image of uv', code: 'FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv /uv /bin/\n' },
    { name: 'inside a heredoc', code: 'FROM python:3.14\nCOPY <<EOF /Dockerfile\nFROM python\nEOF\n' },
  ],
  invalid: [
    {
      name: 'a hardened image, which has no latest: tags for the role of the stage',
      code: 'FROM dhi.io/python AS build\nRUN true\nFROM dhi.io/python\nCOPY --from=build /a /a\n',
      findings: [
        {
          message:
            'dhi.io/python has no tag, which asks for "latest", and the catalogue lists none of that name: there is probably nothing to pull.',
          at: 'dhi.io/python',
          offers: [
            {
              title: 'Add the tag "3.14-debian13-dev"',
              output:
                'FROM dhi.io/python:3.14-debian13-dev AS build\nRUN true\nFROM dhi.io/python\nCOPY --from=build /a /a\n',
            },
            {
              title: 'Add the tag "3.14-alpine3.24-dev"',
              output:
                'FROM dhi.io/python:3.14-alpine3.24-dev AS build\nRUN true\nFROM dhi.io/python\nCOPY --from=build /a /a\n',
            },
          ],
        },
        {
          message: 'hardened',
          at: 'dhi.io/python',
          line: 2,
          offers: [
            {
              title: 'Add the tag "3.14-debian13"',
              output:
                'FROM dhi.io/python AS build\nRUN true\nFROM dhi.io/python:3.14-debian13\nCOPY --from=build /a /a\n',
            },
            {
              title: 'Add the tag "3.14-alpine3.24"',
              output:
                'FROM dhi.io/python AS build\nRUN true\nFROM dhi.io/python:3.14-alpine3.24\nCOPY --from=build /a /a\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      code: 'FROM python\n',
      findings: [
        {
          message: 'base',
          at: 'python',
          offers: [{ title: 'Add the tag "3.14"', output: 'FROM python:3.14\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'with a platform, a name and a registry port',
      code: 'FROM --platform=linux/amd64 localhost:5000/team/app AS app\n',
      findings: [{ message: 'base', at: 'localhost:5000/team/app' }],
      output: null,
    },
    {
      name: 'in a default of an ARG',
      code: 'ARG IMAGE=docker.io/library/python\nFROM ${IMAGE}\n',
      findings: [
        {
          message: 'base',
          at: 'docker.io/library/python',
          offers: [
            {
              title: 'Change the default to "docker.io/library/python:3.14"',
              output: 'ARG IMAGE=docker.io/library/python:3.14\nFROM ${IMAGE}\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'COPY --from',
      code: 'FROM scratch\nCOPY --from=nginx /etc/nginx/nginx.conf /nginx.conf\n',
      findings: [
        {
          message: 'base',
          at: 'nginx',
          line: 1,
          offers: [
            {
              title: 'Add the tag "1.30"',
              output: 'FROM scratch\nCOPY --from=nginx:1.30 /etc/nginx/nginx.conf /nginx.conf\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'RUN --mount from',
      code: 'FROM python:3.14\nRUN --mount=type=bind,from=example/tools,target=/tools \\\n    /tools/run\n',
      findings: [{ message: 'base', at: 'example/tools' }],
      output: null,
    },
  ],
});
