import { uvPythonMissingInRuntime } from '../../../server/src/rules/dockerfile/venv/uv-python-missing-in-runtime';
import { ruleTester } from '../../support/rule-tester';

const install = 'RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-dev --no-editable\n';
const settings = 'ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1\n';
const project = `${settings}WORKDIR /app\nCOPY pyproject.toml uv.lock ./\nCOPY src ./src\n`;
const debian = `FROM ghcr.io/astral-sh/uv:0.12.5-bookworm-slim AS build\n${project}`;
const python = `FROM python:3.12-slim-bookworm AS build\nCOPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n${project}`;
const use = 'COPY --from=build /app/.venv /app/.venv\nUSER 65532:65532\nCMD ["/app/.venv/bin/serve"]\n';

const never = 'ENV UV_PYTHON_DOWNLOADS=never\n';
const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';

ruleTester(uvPythonMissingInRuntime, {
  valid: [
    { name: 'the same Python', code: `${python}${install}FROM python:3.12-slim-bookworm\n${use}` },
    {
      name: "uv's image on that Python",
      code: `FROM ghcr.io/astral-sh/uv:0.12.5-python3.12-bookworm-slim AS build\n${project}${install}FROM python:3.12-slim-bookworm\n${use}`,
    },
    {
      name: 'the managed Python is copied, too',
      code: `${debian}ENV UV_PYTHON_INSTALL_DIR=/python\n${install}FROM debian:bookworm-slim\nCOPY --from=build /python /python\n${use}`,
    },
    {
      name: 'it is brought by a mount',
      code: `${debian}${install}FROM debian:bookworm-slim\nRUN --mount=from=build,source=/root/.local,target=/mnt mkdir -p /root/.local && cp -r /mnt/share /root/.local/\n${use}`,
    },
    {
      name: 'with the home that it lies in',
      code: `${debian}${install}FROM debian:bookworm-slim\nCOPY --from=build /root/.local /root/.local\n${use}`,
    },
    {
      name: 'it lies in the project, which is copied',
      code: `${debian}ENV UV_PYTHON_INSTALL_DIR=/app/.python\n${install}FROM debian:bookworm-slim\nCOPY --from=build /app /app\nUSER 65532:65532\nCMD ["/app/.venv/bin/serve"]\n`,
    },
    {
      name: 'a folder that a variable names',
      code: `${debian}ARG DIR\nENV UV_PYTHON_INSTALL_DIR=$DIR\n${install}FROM debian:bookworm-slim\n${use}`,
    },
    {
      name: 'a base that nobody described',
      code: `${debian}${install}FROM example/python:3.12\n${use}`,
    },
    {
      name: 'a base that a variable names',
      code: `ARG BASE\n${debian}${install}FROM $BASE\n${use}`,
    },
    {
      name: 'both stages stand on one that has it',
      code: `FROM debian:bookworm-slim AS base\nCOPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\nRUN uv python install 3.12\nFROM base AS build\n${project}${install}FROM base\n${use}`,
    },
    {
      name: 'packages that may have brought a Python',
      code: `${debian}${install}FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y --no-install-recommends supervisor && rm -rf /var/lib/apt/lists/*\nCOPY --from=build /app/.venv /app/.venv\nRUN ln -s /usr/bin/python3 /app/.venv/bin/python\nUSER 65532:65532\nCMD ["/app/.venv/bin/serve"]\n`,
    },
    {
      name: 'a script of the build stage may have made anything of it',
      code: `${debian}${install}RUN ./relocate.sh\nFROM debian:bookworm-slim\n${use}`,
    },
    {
      name: 'a script of the final stage may bring it',
      code: `${debian}${install}FROM debian:bookworm-slim\nCOPY get-python.sh /\nRUN /get-python.sh\n${use}`,
    },
    {
      name: 'the build stage may have another Python than its image',
      code: `${debian}RUN apt-get update && apt-get install -y --no-install-recommends mercurial && rm -rf /var/lib/apt/lists/*\n${install}FROM debian:bookworm-slim\n${use}`,
    },
    {
      name: 'a builder that nothing copies the environment from',
      code: `${debian}${install}FROM debian:bookworm-slim\nCOPY --from=build /app/src /app/src\nUSER 65532:65532\nCMD ["/app/src/run"]\n`,
    },
    {
      name: 'an environment that pip made is for another rule',
      code: 'FROM python:3.12-slim AS build\nRUN python -m venv /opt/venv\nFROM debian:bookworm-slim\nCOPY --from=build /opt/venv /opt/venv\nUSER 65532:65532\nCMD ["/opt/venv/bin/serve"]\n',
    },
    {
      name: 'a heredoc that is no shell',
      code: `${debian}RUN <<EOF python3\nprint("uv sync")\nEOF\nFROM debian:bookworm-slim\n${use}`,
    },
  ],
  invalid: [
    {
      name: 'downloaded in the image of uv',
      code: `${debian}${install}FROM python:3.12-slim-bookworm\n${use}`,
      findings: [
        {
          message: 'managed',
          at: '/app/.venv',
          offers: [
            {
              title: 'Build on python:3.12-slim-bookworm, whose Python this stage has',
              output: `FROM python:3.12-slim-bookworm AS build\n${uv}${never}${project}${install}FROM python:3.12-slim-bookworm\n${use}`,
            },
            {
              title: "Keep uv's Python in /python and copy it, too",
              output: `${debian}ENV UV_PYTHON_INSTALL_DIR=/python\n${install}FROM python:3.12-slim-bookworm\nCOPY --from=build /python /python\n${use}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'on hardened images',
      code: `FROM dhi.io/uv:0.12-debian13-dev AS build\n${project}${install}FROM dhi.io/python:3.13-debian13\nCOPY --from=build /app/.venv /app/.venv\nCMD ["/app/.venv/bin/serve"]\n`,
      findings: [
        {
          message: 'managed',
          at: '/app/.venv',
          offers: [
            {
              title: 'Build on dhi.io/python:3.13-debian13-dev, whose Python this stage has',
              output: `FROM dhi.io/python:3.13-debian13-dev AS build\nCOPY --from=dhi.io/uv:0.12-debian13 /uv /uvx /bin/\n${never}${project}${install}FROM dhi.io/python:3.13-debian13\nCOPY --from=build /app/.venv /app/.venv\nCMD ["/app/.venv/bin/serve"]\n`,
            },
            {
              title: "Keep uv's Python in /python and copy it, too",
              output: `FROM dhi.io/uv:0.12-debian13-dev AS build\n${project}ENV UV_PYTHON_INSTALL_DIR=/python\n${install}FROM dhi.io/python:3.13-debian13\nCOPY --from=build /python /python\nCOPY --from=build /app/.venv /app/.venv\nCMD ["/app/.venv/bin/serve"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'nothing there at all; the folder is set, the whole project is copied',
      code: `${debian}ENV UV_PYTHON_INSTALL_DIR=/opt/py\nRUN uv python install 3.13\n${install}FROM debian:bookworm-slim\nCOPY --from=build /app /app\nUSER 65532:65532\nCMD ["/app/.venv/bin/serve"]\n`,
      findings: [
        {
          message: 'managed',
          at: '/app',
          offers: [
            {
              title: "Keep uv's Python in /opt/py and copy it, too",
              output: `${debian}ENV UV_PYTHON_INSTALL_DIR=/opt/py\nRUN uv python install 3.13\n${install}FROM debian:bookworm-slim\nCOPY --from=build /opt/py /opt/py\nCOPY --from=build /app /app\nUSER 65532:65532\nCMD ["/app/.venv/bin/serve"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the Python of the image is elsewhere in the hardened one, over two copies and by JSON',
      code: `${python}${install}FROM scratch AS files\nCOPY --from=build /app /app\nFROM dhi.io/python:3.12-debian13\nCOPY --from=files ["/app/.venv/", "/app/.venv"]\nCMD ["/app/.venv/bin/serve"]\n`,
      findings: [
        {
          message:
            'Nothing in this environment starts: its Python is in /usr/local/bin of the build stage, and that of this stage in /usr/bin.',
          at: '"/app/.venv/"',
          offers: [
            {
              title: 'Build on dhi.io/python:3.12-debian13-dev, whose Python this stage has',
              output: `FROM dhi.io/python:3.12-debian13-dev AS build\n${uv}${project}${install}FROM scratch AS files\nCOPY --from=build /app /app\nFROM dhi.io/python:3.12-debian13\nCOPY --from=files ["/app/.venv/", "/app/.venv"]\nCMD ["/app/.venv/bin/serve"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'debian 12 and debian 13 of the hardened Python differ',
      code: `FROM dhi.io/python:3.12-debian12-dev AS build\nCOPY --from=dhi.io/uv:0.12-debian12 /uv /bin/\n${project}${never}${install}FROM dhi.io/python:3.12-debian13\n${use}`,
      findings: [
        {
          message:
            'Nothing in this environment starts: its Python is in /opt/python/bin of the build stage, and that of this stage in /usr/bin.',
          at: '/app/.venv',
          offers: [
            {
              title: 'Build on dhi.io/python:3.12-debian13-dev, whose Python this stage has',
              output: `FROM dhi.io/python:3.12-debian13-dev AS build\nCOPY --from=dhi.io/uv:0.12-debian12 /uv /bin/\n${project}${never}${install}FROM dhi.io/python:3.12-debian13\n${use}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'asked for by --python, at a place that variables name',
      code: `${python}ARG ROOT=/opt\nENV UV_PROJECT_ENVIRONMENT=$ROOT/venv\nRUN uv venv --python 3.13 /opt/venv\n${install}FROM python:3.12-alpine\nARG ROOT=/opt\nCOPY --from=build $ROOT/venv /opt/venv\nUSER 65532:65532\nCMD ["/opt/venv/bin/serve"]\n`,
      findings: [{ message: 'managed', at: '$ROOT/venv', line: 12 }],
      output: null,
    },
    {
      name: 'a static image has no Python',
      code: `${python}${never}${install}FROM dhi.io/static:20250419-glibc-debian13\n${use}`,
      findings: [{ message: 'none', at: '/app/.venv' }],
      output: null,
    },
  ],
});
