import { uvMuslArmPython } from '../../../server/src/rules/dockerfile/uv/uv-musl-arm-python';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const arm = `FROM --platform=linux/arm64 alpine:3.22 AS build\n${uv}`;

ruleTester(uvMuslArmPython, {
  valid: [
    { name: 'the platform is not said', code: `FROM alpine:3.22\n${uv}RUN uv sync --locked\n` },
    `FROM --platform=linux/amd64 alpine:3.22\n${uv}RUN uv sync --locked\n`,
    {
      name: 'a platform by a variable',
      code: `FROM --platform=$TARGETPLATFORM alpine:3.22\n${uv}RUN uv sync\n`,
    },
    `FROM --platform=linux/arm64 python:3.14-alpine\n${uv}RUN uv sync --locked\n`,
    `FROM --platform=linux/arm64 ghcr.io/astral-sh/uv:0.12.5-python3.14-alpine\nRUN uv sync --locked\n`,
    `FROM --platform=linux/arm64 debian:13-slim\n${uv}RUN uv python install 3.13\n`,
    `${arm}RUN apk add --no-cache python3~=3.12\nRUN uv sync --locked\n`,
    { name: 'in a stage below', code: `${arm}RUN apk add --no-cache python3\nFROM build\nRUN uv venv\n` },
    `${arm}ENV UV_PYTHON_DOWNLOADS=never\nRUN uv sync --locked\n`,
    {
      name: 'from another image',
      code: `${arm}COPY --from=python:3.14-alpine /usr/local /usr/local\nRUN uv sync\n`,
    },
    { name: 'a builder that only has uv', code: `${arm}RUN uv --version\nRUN <<EOF\nuv pip list\nEOF\n` },
  ],
  invalid: [
    {
      code: `${arm}RUN uv python install 3.13\nRUN uv sync --locked\n`,
      findings: [{ message: 'base', at: 'uv python install' }],
      output: null,
    },
    {
      name: 'an old uv has none, in an image of that platform alone',
      code: `FROM arm64v8/alpine:3.22\nCOPY --from=ghcr.io/astral-sh/uv:0.7 /uv /bin/\nRUN uv sync --locked\n`,
      findings: [
        {
          message:
            "There is no Python of uv's own for Alpine on arm64v8 here, so this fails. Install Alpine's: apk add --no-cache python3.",
          at: 'uv sync',
        },
      ],
      output: null,
    },
    {
      name: '32 bit, by the value of an ARG',
      code: `ARG PLATFORM=linux/arm/v7\nFROM --platform=$PLATFORM ghcr.io/astral-sh/uv:0.12-alpine\nRUN uv venv /opt/venv\n`,
      findings: [{ message: 'none', at: 'uv venv' }],
      output: null,
    },
    {
      name: 'tools alone, in a stage below',
      code: `${arm}RUN true\nFROM build\nRUN <<EOF\nset -e\nuv tool install ruff==0.14.0\nEOF\n`,
      findings: [{ message: 'base', at: 'uv tool install' }],
      output: null,
    },
  ],
});
