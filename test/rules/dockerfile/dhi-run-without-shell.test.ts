import { dhiRunWithoutShell } from '../../../server/src/rules/dockerfile/hardened-build/dhi-run-without-shell';
import { ruleTester } from '../../support/rule-tester';

ruleTester(dhiRunWithoutShell, {
  valid: [
    'FROM dhi.io/python:3.13-debian13-dev\nRUN pip install flask\n',
    {
      name: 'exec form',
      code: 'FROM dhi.io/python:3.13-debian13\nRUN ["python", "-m", "compileall", "/app"]\n',
    },
    { name: 'a hardened image that has a shell', code: 'FROM dhi.io/postgres:18-debian13\nRUN id\n' },
    { name: 'an image that nobody knows', code: 'FROM registry.example.com/base:1\nRUN id\n' },
    { name: 'a variable without a value', code: 'ARG TAG\nFROM dhi.io/python:${TAG}\nRUN id\n' },
    { name: 'a placeholder', code: 'FROM dhi.io/uv:<tag>\nRUN uv sync\n' },
    {
      name: 'a shell that was copied in',
      code: 'FROM dhi.io/python:3.13-debian13\nCOPY --from=busybox:1 /bin/sh /bin/sh\nRUN id\n',
    },
    {
      name: 'uv that was copied in, called without a shell',
      code: 'FROM dhi.io/python:3.13-debian13\nCOPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\nRUN ["uv", "sync", "--locked"]\n',
    },
    {
      name: 'all programs of an image of uv that has a shell',
      code: 'FROM dhi.io/python:3.13-debian13\nCOPY --from=ghcr.io/astral-sh/uv:0.12.5-alpine /bin /bin/\nRUN uv sync --locked\n',
    },
    {
      name: 'uv of an image that nobody knows',
      code: 'FROM dhi.io/python:3.13-debian13\nCOPY --from=registry.example.com/tools:1 /uv /bin/\nRUN uv sync --locked\n',
    },
    {
      name: 'a shell that is mounted',
      code: 'FROM dhi.io/python:3.13-debian13\nRUN --mount=type=bind,from=busybox:1,source=/bin,target=/bin id\n',
    },
    {
      name: 'what dhi-package-manager-missing says',
      code: 'FROM dhi.io/python:3.13-debian13\nRUN apt-get update\n',
    },
    {
      name: 'a shell that came with other programs',
      code: 'FROM dhi.io/python:3.13-debian13\nCOPY --from=busybox:1 /bin/ /usr/local/bin/\nRUN id\n',
    },
    { name: 'a file system of its own', code: 'FROM scratch\nADD rootfs.tar.gz /\nRUN id\n' },
    { name: 'a shell of its own', code: 'FROM scratch\nCOPY app /app\nSHELL ["/app", "sh", "-c"]\nRUN id\n' },
  ],
  invalid: [
    {
      code: 'FROM dhi.io/uv:0.12-debian13 AS builder\nRUN uv sync --frozen\nFROM dhi.io/python:3.13-debian13\n',
      findings: [
        {
          message: 'base',
          at: 'RUN',
          offers: [
            {
              title: 'Change the stage\'s image to the build variant "0.12-debian13-dev"',
              output:
                'FROM dhi.io/uv:0.12-debian13-dev AS builder\nRUN uv sync --frozen\nFROM dhi.io/python:3.13-debian13\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'uv that was copied in, which is no shell',
      code: 'FROM dhi.io/python:3.13-debian13\nCOPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\nRUN uv sync --locked\n',
      findings: [{ message: 'base', at: 'RUN' }],
      output: null,
    },
    {
      name: 'uv of a stage on an image of uv',
      code: 'FROM ghcr.io/astral-sh/uv:0.12.5 AS uv\nFROM dhi.io/python:3.13-debian13\nCOPY --from=uv /uv /usr/local/bin/\nRUN uv sync --locked\n',
      findings: [{ message: 'base', at: 'RUN' }],
      output: null,
    },
    {
      name: 'a flavour that the build variant has no part of',
      code: 'FROM dhi.io/php:8.4-fpm AS builder\nRUN php -v\nFROM dhi.io/php:8.4-fpm\n',
      findings: [
        {
          message: 'base',
          at: 'RUN',
          offers: [
            {
              title: 'Change the stage\'s image to the build variant "8.4-dev" (without fpm)',
              output: 'FROM dhi.io/php:8.4-dev AS builder\nRUN php -v\nFROM dhi.io/php:8.4-fpm\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the last stage must not become a build variant',
      code: 'FROM dhi.io/python:3.13-debian13\nCOPY a.py /app/\nRUN chmod 644 /app/a.py\n',
      findings: [{ message: 'base', at: 'RUN' }],
      output: null,
    },
    {
      name: 'a heredoc, and more than one',
      code: 'FROM dhi.io/static:20250419-debian13\nRUN <<EOF\nid\nEOF\nrun id\n',
      findings: [
        { message: 'base', at: 'RUN' },
        { message: 'base', at: 'run' },
      ],
      output: null,
    },
    {
      name: 'a program that was copied is no shell',
      code: 'FROM scratch\nCOPY app /usr/local/bin/app\nRUN chmod 755 /usr/local/bin/app\n',
      findings: [{ message: 'base', at: 'RUN' }],
      output: null,
    },
    {
      name: 'the stage that it copies from can do it',
      code: 'FROM dhi.io/golang:1.26-debian13-dev AS build\nRUN CGO_ENABLED=0 go build -o /app .\n\nFROM dhi.io/static:20250419-debian13\nCOPY --from=build /app /app\n# Nobody else may start it.\nRUN chmod 0500 /app\nCMD ["/app"]\n',
      findings: [
        {
          message: 'base',
          at: 'RUN',
          line: 6,
          offers: [
            {
              title: 'Move this RUN to the end of the stage "build"',
              output:
                'FROM dhi.io/golang:1.26-debian13-dev AS build\nRUN CGO_ENABLED=0 go build -o /app .\nRUN chmod 0500 /app\n\nFROM dhi.io/static:20250419-debian13\nCOPY --from=build /app /app\n# Nobody else may start it.\nCMD ["/app"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'it would mean something else there: another work dir, a variable',
      code: 'FROM dhi.io/node:24-debian13-dev AS build\nWORKDIR /src\nRUN npm ci\nFROM dhi.io/node:24-debian13\nARG F=a\nCOPY --from=build /src /app\nRUN rm package.json\nRUN rm /app/$F\n',
      findings: [
        { message: 'base', at: 'RUN', line: 6 },
        { message: 'base', at: 'RUN', line: 7 },
      ],
      output: null,
    },
    {
      name: 'inherited from a stage',
      code: 'FROM gcr.io/distroless/static-debian12:nonroot AS base\nFROM base\nRUN id\n',
      findings: [{ message: 'base', at: 'RUN', line: 2 }],
      output: null,
    },
  ],
});
