import { uvLockMissing } from '../../../server/src/rules/dockerfile/uv/uv-lock-missing';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const base = `FROM python:3.14-slim AS build\n${uv}WORKDIR /app\n`;
const around = { files: ['pyproject.toml', 'src/a.py'] };

ruleTester(uvLockMissing, {
  valid: [
    {
      name: 'there',
      code: `${base}COPY . .\nRUN uv sync --locked\n`,
      around: { files: ['pyproject.toml', 'uv.lock'] },
    },
    { name: 'the context is not known', code: `${base}COPY . .\nRUN uv sync --locked\n` },
    {
      name: 'in a folder of the context',
      code: `${base}COPY backend .\nRUN uv sync --locked\n`,
      around: { files: ['backend/uv.lock', 'compose.yaml'] },
    },
    {
      name: 'not asked for',
      code: `${base}COPY . .\nRUN uv sync\nRUN uv run --no-project --locked a\n`,
      around,
    },
    { name: 'made in the build', code: `${base}COPY . .\nRUN uv lock && uv sync --locked\n`, around },
    { name: 'made by another sync', code: `${base}COPY . .\nRUN uv sync\nRUN uv sync --frozen\n`, around },
    {
      name: 'from a stage',
      code: `FROM alpine:3.22 AS src\nRUN true\n${base}COPY --from=src /src .\nRUN uv sync --locked\n`,
      around,
    },
    {
      name: 'from a repository',
      code: `${base}RUN git clone https://example.com/a . && uv sync --locked\n`,
      around,
    },
    {
      name: 'written here',
      code: `${base}COPY <<EOF uv.lock\nversion = 1\nEOF\nRUN uv sync --frozen\n`,
      around,
    },
    {
      name: 'a variable may say so',
      code: `${base}ARG LOCKED\nENV UV_LOCKED=$LOCKED\nRUN uv sync\n`,
      around,
    },
    {
      name: 'left out, and named: the copy fails before',
      code: `${base}COPY pyproject.toml uv.lock ./\nRUN uv sync --locked\n`,
      around: { files: ['pyproject.toml', 'uv.lock'], dockerignore: '*.lock\n' },
    },
    {
      name: 'a trigger has another context',
      code: `${base}COPY . .\nONBUILD RUN uv sync --locked\n`,
      around,
    },
  ],
  invalid: [
    {
      code: `${base}COPY . .\nRUN uv sync --locked --no-dev\nRUN uv run --frozen app\n`,
      around,
      findings: [
        { message: 'base', at: '--locked' },
        { message: 'base', at: '--frozen' },
      ],
      output: null,
    },
    {
      name: 'by ENV, with a mount, in a heredoc',
      code: `${base}ENV UV_FROZEN=1\nCOPY src src\nRUN --mount=type=bind,source=pyproject.toml,target=pyproject.toml <<EOF\nuv sync\nEOF\n`,
      around,
      findings: [{ message: 'base', at: 'uv sync' }],
      output: null,
    },
    {
      name: 'left out',
      code: `${base}COPY . .\nRUN uv sync --locked\n`,
      around: { files: ['pyproject.toml', 'uv.lock'], dockerignore: '*.lock\n.venv\n' },
      findings: [{ message: 'ignored', at: '--locked' }],
      output: null,
    },
    {
      name: 'a project in a folder',
      code: `${base}COPY . .\nRUN uv --project backend run --locked app\n`,
      around: { files: ['backend/pyproject.toml', 'compose.yaml'] },
      findings: [{ message: 'base', at: '--locked' }],
      output: null,
    },
  ],
});
