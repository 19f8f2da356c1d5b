import { uvImageUnpinned } from '../../../server/src/rules/dockerfile/uv/uv-image-unpinned';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM python:3.14-slim AS build\n';

ruleTester(uvImageUnpinned, {
  valid: [
    `${base}COPY --from=ghcr.io/astral-sh/uv:0.9.17 /uv /uvx /bin/\n`,
    `${base}COPY --from=ghcr.io/astral-sh/uv@sha256:2381d6aa60c326b71fd40023f921a0a3b8f91b14d5db6b90402e65a635053709 /uv /bin/\n`,
    'FROM ghcr.io/astral-sh/uv:0.9-python3.13-alpine AS build\nFROM dhi.io/uv:0.12.5-debian13-dev\n',
    {
      name: 'a variable without a value',
      code: `ARG UV\n${base}COPY --from=ghcr.io/astral-sh/uv:\${UV} /uv /bin/\n`,
    },
    {
      name: 'a stage of that name',
      code: 'FROM ghcr.io/astral-sh/uv:0.9.17 AS uv\nFROM python:3.14-slim\nCOPY --from=uv /uv /bin/\n',
    },
    {
      name: 'a build context of that name',
      code: `${base}COPY --from=ghcr.io/astral-sh/uv /uv /bin/\n`,
      around: { namedContexts: ['ghcr.io/astral-sh/uv'] },
    },
    `${base}ADD https://astral.sh/uv/0.9.17/install.sh /i.sh\nRUN echo https://astral.sh/uv/\n`,
    { name: 'other images have another rule', code: `${base}COPY --from=busybox /bin/sh /bin/\n` },
  ],
  invalid: [
    {
      code: `${base}COPY --from=ghcr.io/astral-sh/uv:latest /uv /uvx /bin/\n`,
      findings: [
        {
          message: 'image',
          at: 'ghcr.io/astral-sh/uv:latest',
          offers: [
            {
              title: 'Change to :0.12.5',
              output: `${base}COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a mount',
      code: `${base}RUN --mount=from=ghcr.io/astral-sh/uv,source=/uv,target=/bin/uv \\\n    --mount=type=cache,target=/root/.cache/uv \\\n    uv --version\n`,
      findings: [
        {
          message: 'image',
          at: 'ghcr.io/astral-sh/uv',
          offers: [
            {
              title: 'Change to :0.12.5',
              output: `${base}RUN --mount=from=ghcr.io/astral-sh/uv:0.12.5,source=/uv,target=/bin/uv \\\n    --mount=type=cache,target=/root/.cache/uv \\\n    uv --version\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a base, whose own base is kept',
      code: 'FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim AS build\n',
      findings: [
        {
          message: 'image',
          at: 'ghcr.io/astral-sh/uv:python3.12-bookworm-slim',
          offers: [
            {
              title: 'Change to :0.12.5-python3.12-bookworm-slim',
              output: 'FROM ghcr.io/astral-sh/uv:0.12.5-python3.12-bookworm-slim AS build\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'hardened, a mirror of it, and a variable that says latest',
      code: `ARG TAG=latest\n${base}COPY --from=dhi.io/uv /uv /bin/\nCOPY --from=acme/dhi-uv:latest /uv /bin/\nFROM ghcr.io/astral-sh/uv:$TAG\n`,
      findings: [
        {
          message: 'image',
          at: 'dhi.io/uv',
          offers: [
            {
              title: 'Change to :0.12.5',
              output: `ARG TAG=latest\n${base}COPY --from=dhi.io/uv:0.12.5 /uv /bin/\nCOPY --from=acme/dhi-uv:latest /uv /bin/\nFROM ghcr.io/astral-sh/uv:$TAG\n`,
            },
          ],
        },
        {
          message: 'image',
          at: 'acme/dhi-uv:latest',
          offers: [
            {
              title: 'Change to :0.12.5',
              output: `ARG TAG=latest\n${base}COPY --from=dhi.io/uv /uv /bin/\nCOPY --from=acme/dhi-uv:0.12.5 /uv /bin/\nFROM ghcr.io/astral-sh/uv:$TAG\n`,
            },
          ],
        },
        { message: 'image', at: 'ghcr.io/astral-sh/uv:$TAG' },
      ],
      output: null,
    },
    {
      name: 'the installer',
      code: `${base}ADD https://astral.sh/uv/install.sh /i.sh\nRUN wget "https://github.com/astral-sh/uv/releases/latest/download/uv-installer.sh"\n`,
      findings: [
        {
          message: 'installer',
          at: 'https://astral.sh/uv/install.sh',
          offers: [
            {
              title: 'Change to version 0.12.5',
              output: `${base}ADD https://astral.sh/uv/0.12.5/install.sh /i.sh\nRUN wget "https://github.com/astral-sh/uv/releases/latest/download/uv-installer.sh"\n`,
            },
          ],
        },
        {
          message: 'installer',
          at: '"https://github.com/astral-sh/uv/releases/latest/download/uv-installer.sh"',
          offers: [
            {
              title: 'Change to version 0.12.5',
              output: `${base}ADD https://astral.sh/uv/install.sh /i.sh\nRUN wget "https://github.com/astral-sh/uv/releases/download/0.12.5/uv-installer.sh"\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a hardened image that has no such tag with a version',
      code: 'FROM dhi.io/uv:python3.12\n',
      findings: [{ message: 'image', at: 'dhi.io/uv:python3.12' }],
      output: null,
    },
  ],
});
