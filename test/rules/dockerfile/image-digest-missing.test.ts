import { imageDigestMissing } from '../../../server/src/rules/dockerfile/images/image-digest-missing';
import { ruleTester } from '../../support/rule-tester';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const other = `sha256:${'fedcba9876543210'.repeat(4)}`;

ruleTester(imageDigestMissing, {
  valid: [
    `FROM python:3.14@${digest}\n`,
    `FROM python@${digest}\n`,
    { name: 'no tag is image-tag-missing', code: 'FROM python\n' },
    { name: 'a floating tag is image-tag-latest', code: 'FROM python:latest\n' },
    {
      name: 'an image of uv without a version is uv-image-unpinned',
      code: 'FROM ghcr.io/astral-sh/uv:debian\n',
    },
    { name: 'a variable without a value', code: 'ARG TAG\nFROM python:${TAG}\n' },
    { name: 'a stage and scratch', code: `FROM python@${digest} AS a\nFROM a AS b\nFROM scratch\n` },
    {
      name: 'a named build context',
      code: 'FROM scratch\nCOPY --from=assets:1 a /a\n',
      around: { namedContexts: ['assets:1'] },
    },
  ],
  invalid: [
    {
      code: 'FROM python:3.14\n',
      findings: [{ message: 'base', at: 'python:3.14', severity: 'info' }],
      output: null,
    },
    {
      name: 'a digest that the file gives elsewhere',
      code: `FROM python:3.14 AS build\nFROM python:3.14@${digest}\nUSER 1\n`,
      findings: [
        {
          message: 'base',
          at: 'python:3.14',
          offers: [
            {
              title: 'Add the digest that this file names elsewhere',
              output: `FROM python:3.14@${digest} AS build\nFROM python:3.14@${digest}\nUSER 1\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'two digests for one tag: which one, only a person knows',
      code: `FROM python:3.14 AS a\nFROM python:3.14@${digest} AS b\nFROM python:3.14@${other}\n`,
      findings: [{ message: 'base', at: 'python:3.14', line: 0 }],
      output: null,
    },
    {
      name: 'the digest of another tag, and a default of an ARG',
      code: `ARG TAG=3.14\nFROM python:\${TAG} AS a\nFROM python:3.13@${digest}\n`,
      findings: [{ message: 'base', at: 'python:${TAG}' }],
      output: null,
    },
    {
      name: 'copied from and mounted',
      code: 'FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /bin/\nRUN --mount=from=example/t:1,target=/t ["/t/a"]\n',
      findings: [
        { message: 'base', at: 'ghcr.io/astral-sh/uv:0.12.5' },
        { message: 'base', at: 'example/t:1' },
      ],
      output: null,
    },
  ],
});
