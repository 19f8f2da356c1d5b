import { uvPipNoSystem } from '../../../server/src/rules/dockerfile/uv/uv-pip-no-system';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const base = `FROM python:3.14-slim AS build\n${uv}ENV UV_LINK_MODE=copy\nWORKDIR /app\n`;
const mount = '--mount=type=cache,target=/root/.cache/uv';
const venv = 'RUN uv venv /opt/venv\nENV VIRTUAL_ENV=/opt/venv\nENV PATH="/opt/venv/bin:$PATH"\n';
const flag = 'Add --system';
const variable = 'Add ENV UV_SYSTEM_PYTHON=1';
const made = 'Make a virtual environment at /opt/venv';

ruleTester(uvPipNoSystem, {
  valid: [
    `${base}RUN ${mount} uv pip install --system ruff\nRUN UV_SYSTEM_PYTHON=1 uv pip sync requirements.txt\n`,
    {
      name: 'by ENV, in a stage below',
      code: `${base}ENV UV_SYSTEM_PYTHON=true\nFROM build\nRUN uv pip install a\n`,
    },
    `${base}RUN uv venv\nRUN uv pip install ruff\nWORKDIR /app/tools\nRUN uv pip install a\n`,
    `${base}RUN uv venv /opt/venv\nENV VIRTUAL_ENV=/opt/venv\nRUN uv pip install ruff\n`,
    {
      name: 'on PATH',
      code: `${base}RUN uv venv /opt/venv\nENV PATH="/opt/venv/bin:$PATH"\nRUN uv pip install ruff\n`,
    },
    {
      name: 'activated in the script',
      code: `${base}RUN python -m venv /v && . /v/bin/activate && uv pip install a\n`,
    },
    `${base}RUN uv sync --locked --no-dev && uv pip install ruff\n`,
    `${base}RUN uv pip install --python /opt/py ruff\nRUN uv pip install --target /t a\nRUN uv pip list\n`,
    {
      name: 'an image that nobody described',
      code: 'FROM registry.example.com/py:3\nRUN uv pip install ruff\n',
    },
    {
      name: 'an image by a variable without a value',
      code: 'ARG BASE\nFROM $BASE\nRUN uv pip install ruff\n',
    },
    {
      name: 'a variable may say so',
      code: `${base}ARG SYSTEM\nENV UV_SYSTEM_PYTHON=$SYSTEM\nRUN uv pip install a\n`,
    },
    {
      name: 'from another stage',
      code: `${base}RUN true\nFROM python:3.14\nCOPY --from=build /app /app\nRUN uv pip install a\n`,
    },
    {
      name: 'in the settings of the project',
      code: `${base}COPY . .\nRUN uv pip install -r pyproject.toml\n`,
      around: { files: ['pyproject.toml'], texts: { 'pyproject.toml': '[tool.uv.pip]\nsystem = true\n' } },
    },
    { name: 'a settings file', code: `${base}COPY uv.toml /etc/uv/uv.toml\nRUN uv pip install ruff\n` },
    `${base}ONBUILD RUN uv pip install ruff\nRUN <<EOF\nuv venv .venv\nuv pip install ruff\nEOF\n`,
  ],
  invalid: [
    {
      code: `${base}COPY requirements.txt .\nRUN ${mount} uv pip install -r requirements.txt\n`,
      findings: [
        {
          message: 'base',
          at: 'uv pip install',
          offers: [
            {
              title: flag,
              output: `${base}COPY requirements.txt .\nRUN ${mount} uv pip install --system -r requirements.txt\n`,
            },
            {
              title: variable,
              output: `${base}COPY requirements.txt .\nENV UV_SYSTEM_PYTHON=1\nRUN ${mount} uv pip install -r requirements.txt\n`,
            },
            {
              title: made,
              output: `${base}COPY requirements.txt .\n${venv}RUN ${mount} uv pip install -r requirements.txt\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an environment that uv does not find, on a distribution',
      code: `FROM debian:13-slim\n${uv}RUN uv venv /srv/venv\nENV PATH=/root/.local/bin:$PATH\nRUN uv pip sync requirements.txt\n`,
      findings: [
        {
          message: 'There is no virtual environment here, so uv stops. Make one, and install into that.',
          at: 'uv pip sync',
          offers: [
            {
              title: made,
              output: `FROM debian:13-slim\n${uv}RUN uv venv /srv/venv\nENV PATH=/root/.local/bin:$PATH\n${venv}RUN uv pip sync requirements.txt\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an environment of another folder, on the image of uv',
      code: `FROM ghcr.io/astral-sh/uv:0.12.5-python3.14-trixie-slim\nWORKDIR /one\nRUN uv venv\nWORKDIR /two\nRUN <<EOF\nset -e\nuv pip install --no-cache ruff\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: 'uv pip install',
          offers: [
            {
              title: flag,
              output: `FROM ghcr.io/astral-sh/uv:0.12.5-python3.14-trixie-slim\nWORKDIR /one\nRUN uv venv\nWORKDIR /two\nRUN <<EOF\nset -e\nuv pip install --system --no-cache ruff\nEOF\n`,
            },
            {
              title: variable,
              output: `FROM ghcr.io/astral-sh/uv:0.12.5-python3.14-trixie-slim\nWORKDIR /one\nRUN uv venv\nWORKDIR /two\nENV UV_SYSTEM_PYTHON=1\nRUN <<EOF\nset -e\nuv pip install --no-cache ruff\nEOF\n`,
            },
            {
              title: made,
              output: `FROM ghcr.io/astral-sh/uv:0.12.5-python3.14-trixie-slim\nWORKDIR /one\nRUN uv venv\nWORKDIR /two\n${venv}RUN <<EOF\nset -e\nuv pip install --no-cache ruff\nEOF\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'switched off, in a builder',
      code: `${base}ENV UV_SYSTEM_PYTHON=0\nRUN ${mount} uv pip install ruff\n`,
      findings: [
        {
          message: 'base',
          at: 'uv pip install',
          offers: [
            {
              title: made,
              output: `${base}ENV UV_SYSTEM_PYTHON=0\n${venv}RUN ${mount} uv pip install ruff\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
