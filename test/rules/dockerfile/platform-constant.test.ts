import { platformConstant } from '../../../server/src/rules/dockerfile/images/platform-constant';
import { ruleTester } from '../../support/rule-tester';

ruleTester(platformConstant, {
  valid: [
    'FROM python:3.14\n',
    { name: 'the platform of the builder', code: 'FROM --platform=$BUILDPLATFORM golang:1.26 AS build\n' },
    { name: 'a value that a build may give', code: 'ARG P=linux/amd64\nFROM --platform=${P} python:3.14\n' },
    {
      name: 'one stage for each platform, chosen by its name',
      code: 'FROM --platform=linux/amd64 a:1 AS bin-amd64\nFROM --platform=linux/arm64 b:1 AS bin-arm64\nFROM bin-${TARGETARCH}\n',
    },
    {
      name: 'another operating system cannot follow the machine',
      code: 'FROM --platform=windows/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2022\n',
    },
  ],
  invalid: [
    {
      code: 'FROM --platform=linux/amd64 example/python:3.14\n',
      findings: [
        {
          message: 'base',
          at: 'linux/amd64',
          offers: [{ title: 'Remove --platform', output: 'FROM example/python:3.14\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'in quotes, with a variant',
      code: 'FROM --platform="linux/arm/v7" example/a:1 AS build\nFROM scratch\n',
      findings: [
        {
          message: 'base',
          at: '"linux/arm/v7"',
          offers: [{ title: 'Remove --platform', output: 'FROM example/a:1 AS build\nFROM scratch\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'over two lines',
      code: 'FROM --platform=linux/amd64 \\\n    example/a:1\n',
      findings: [
        {
          message: 'base',
          at: 'linux/amd64',
          offers: [{ title: 'Remove --platform', output: 'FROM \\\n    example/a:1\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'a stage that stands on a stage, another that stands alone',
      code: 'FROM --platform=$BUILDPLATFORM example/a:1 AS build\nFROM --platform=linux/arm64  build\n',
      findings: [
        {
          message: 'base',
          at: 'linux/arm64',
          offers: [
            {
              title: 'Remove --platform',
              output: 'FROM --platform=$BUILDPLATFORM example/a:1 AS build\nFROM build\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
