import { uvIntermediateLayer } from '../../../server/src/rules/dockerfile/uv/uv-intermediate-layer';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const base = `FROM python:3.14-slim AS build\n${uv}`;
const mount = '--mount=type=cache,target=/root/.cache/uv';
const lock = '--mount=type=bind,source=uv.lock,target=uv.lock';
const project = '--mount=type=bind,source=pyproject.toml,target=pyproject.toml';
const title = 'Sync the dependencies before the project is copied';
const around = { files: ['pyproject.toml', 'uv.lock', 'src/a.py'], dockerignore: '.venv\n' };

ruleTester(uvIntermediateLayer, {
  valid: [
    `${base}WORKDIR /app\nRUN ${mount} ${lock} ${project} uv sync --locked --no-install-project\nCOPY . .\nRUN uv sync --locked\n`,
    {
      name: 'in a stage below',
      code: `${base}WORKDIR /app\nRUN ${lock} uv sync --frozen --no-install-workspace\nFROM build\nCOPY . .\nRUN uv sync --locked\n`,
    },
    {
      name: 'the copy comes after it',
      code: `${base}WORKDIR /app\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --locked\nCOPY . .\n`,
    },
    {
      name: 'dependencies come otherwise',
      code: `${base}WORKDIR /app\nRUN uv pip install --system -r requirements.txt\nCOPY . .\nRUN uv sync --locked\n`,
    },
    { name: 'another folder', code: `${base}WORKDIR /app\nCOPY . /src\nRUN uv sync --locked\n` },
    {
      name: 'a folder that is not known',
      code: `${base}ARG DIR\nWORKDIR $DIR\nCOPY . /app\nRUN uv sync --locked\n`,
    },
    {
      name: 'more syncs below',
      code: `${base}WORKDIR /app\nCOPY . .\nRUN uv sync --locked --package a\nRUN uv sync --locked --inexact --package b\n`,
    },
    {
      name: 'the project alone',
      code: `${base}WORKDIR /app\nCOPY . .\nRUN uv sync --locked --only-install-project\n`,
    },
    { name: 'a trigger', code: `${base}WORKDIR /app\nONBUILD COPY . .\nONBUILD RUN uv sync --locked\n` },
    {
      name: 'a heredoc, without a copy of all',
      code: `${base}WORKDIR /app\nCOPY src pyproject.toml uv.lock ./\nRUN <<EOF\nuv sync --locked\nEOF\n`,
    },
  ],
  invalid: [
    {
      code: `${base}ENV UV_LINK_MODE=copy\nWORKDIR /app\n\n# The project\nCOPY . /app\n\nRUN ${mount} \\\n    uv sync --locked --no-dev\n`,
      around,
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          offers: [
            {
              title,
              output: `${base}ENV UV_LINK_MODE=copy\nWORKDIR /app\n\nRUN ${mount} \\\n    ${lock} \\\n    ${project} \\\n    uv sync --locked --no-install-project --no-dev\n# The project\nCOPY . /app\n\nRUN ${mount} \\\n    uv sync --locked --no-dev\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'settings stand between, no cache, no flag, files of the project that uv reads',
      code: `${base}COPY . /app\nENV UV_NO_DEV=1\nWORKDIR /app\nRUN uv sync\n`,
      around: { ...around, files: [...around.files, '.python-version'] },
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          offers: [
            {
              title,
              output: `${base}ENV UV_NO_DEV=1\nWORKDIR /app\nENV UV_LINK_MODE=copy\nRUN ${mount} \\\n    ${lock} \\\n    ${project} \\\n    --mount=type=bind,source=.python-version,target=.python-version \\\n    uv sync --locked --no-install-project\nCOPY . /app\nRUN uv sync\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a workspace, its files copied before, commands between',
      code: `${base}WORKDIR /app\nCOPY pyproject.toml uv.lock ./\nCOPY . .\nRUN make version\nRUN uv sync --no-cache --locked\n`,
      around: { ...around, texts: { 'pyproject.toml': '[tool.uv.workspace]\nmembers = ["packages/*"]\n' } },
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          offers: [
            {
              title,
              output: `${base}WORKDIR /app\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --no-cache --frozen --no-install-workspace\nCOPY . .\nRUN make version\nRUN uv sync --no-cache --locked\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'where packages come from folders of the project, where uv comes late, where the lock file is missing',
      code: `FROM python:3.14-slim\nWORKDIR /app\nCOPY . .\n${uv}RUN uv sync --locked\nFROM python:3.14-slim\n${uv}WORKDIR /app/api\nCOPY . /app\nRUN uv sync --locked\n`,
      around,
      findings: [
        { message: 'base', at: 'uv sync', line: 4 },
        { message: 'base', at: 'uv sync', line: 9 },
      ],
      output: null,
    },
    {
      name: 'packages from folders of the project',
      code: `${base}WORKDIR /app\nCOPY . .\nRUN uv sync --locked --no-cache\n`,
      around: {
        ...around,
        texts: { 'pyproject.toml': '[tool.uv.sources]\nshared = { path = "../shared" }\n' },
      },
      findings: [{ message: 'base', at: 'uv sync' }],
      output: null,
    },
    {
      name: 'no shell for any RUN',
      code: 'FROM dhi.io/uv:0.12-debian13\nWORKDIR /app\nCOPY . .\nRUN --mount=type=cache,target=/root/.cache/uv uv sync --locked\n',
      findings: [{ message: 'base', at: 'uv sync' }],
      output: null,
    },
  ],
});
