import { uvLockedInWorkspace } from '../../../server/src/rules/dockerfile/uv/uv-locked-in-workspace';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const base = `FROM python:3.14-slim AS build\n${uv}WORKDIR /app\n`;
const binds =
  '--mount=type=bind,source=uv.lock,target=uv.lock --mount=type=bind,source=pyproject.toml,target=pyproject.toml';
const workspace = {
  files: ['pyproject.toml', 'uv.lock', 'packages/a/pyproject.toml'],
  texts: { 'pyproject.toml': '[tool.uv.workspace]\nmembers = ["packages/*"]\n' },
};

ruleTester(uvLockedInWorkspace, {
  valid: [
    `${base}RUN ${binds} uv sync --frozen --no-install-workspace\nCOPY . .\nRUN uv sync --locked\n`,
    { name: 'the members are there', code: `${base}COPY . .\nRUN uv sync --locked --no-install-workspace\n` },
    {
      name: 'their manifests are',
      code: `${base}COPY pyproject.toml uv.lock ./\nCOPY packages/a/pyproject.toml packages/a/\nRUN uv sync --locked --no-install-workspace\n`,
    },
    {
      name: 'they are bound',
      code: `${base}RUN ${binds} --mount=type=bind,source=packages,target=packages uv sync --locked --no-install-workspace\n`,
    },
    {
      name: 'in a stage below',
      code: `${base}COPY packages packages\nFROM build\nRUN ${binds} uv sync --locked --no-install-workspace\n`,
    },
    {
      name: 'they may come from another stage',
      code: `FROM alpine:3.22 AS src\nCOPY . /src\n${base}COPY --from=src /src .\nRUN uv sync --locked --no-install-workspace\n`,
    },
    {
      name: 'a path in a variable',
      code: `${base}ARG APP\nCOPY $APP .\nRUN uv sync --locked --no-install-workspace\n`,
    },
    {
      name: 'no workspace',
      code: `${base}COPY pyproject.toml uv.lock ./\nRUN uv sync --locked --no-install-workspace\n`,
      around: {
        files: ['pyproject.toml', 'uv.lock'],
        texts: { 'pyproject.toml': '[project]\nname = "a"\n' },
      },
    },
    `${base}RUN <<EOF\nuv sync --locked --no-install-project\nEOF\nENV UV_FROZEN=1\nRUN uv sync --locked --no-install-workspace\n`,
  ],
  invalid: [
    {
      code: `${base}RUN ${binds} uv sync --locked --no-install-workspace\nCOPY . .\nRUN uv sync --locked\n`,
      around: workspace,
      findings: [{ message: 'base', at: '--locked', severity: 'error' }],
      output: `${base}RUN ${binds} uv sync --frozen --no-install-workspace\nCOPY . .\nRUN uv sync --locked\n`,
    },
    {
      name: 'the flag alone tells of a workspace',
      code: `FROM ghcr.io/astral-sh/uv:0.12.5 AS uv\nFROM python:3.14-slim\nCOPY --from=uv /uv /bin/\nCOPY pyproject.toml uv.lock .python-version ./\nRUN uv sync \\\n    # members come later\n    --no-install-workspace \\\n    --locked\n`,
      findings: [{ message: 'base', at: '--locked', severity: 'warning' }],
      output: `FROM ghcr.io/astral-sh/uv:0.12.5 AS uv\nFROM python:3.14-slim\nCOPY --from=uv /uv /bin/\nCOPY pyproject.toml uv.lock .python-version ./\nRUN uv sync \\\n    # members come later\n    --no-install-workspace \\\n    --frozen\n`,
    },
    {
      name: 'in two stages, in a heredoc',
      code: `${base}COPY pyproject.toml uv.lock README.md ./\nFROM build\nRUN <<EOF\nset -e\nuv sync --locked --no-install-workspace --no-dev\nEOF\n`,
      around: workspace,
      findings: [{ message: 'base', at: '--locked', severity: 'error' }],
      output: `${base}COPY pyproject.toml uv.lock README.md ./\nFROM build\nRUN <<EOF\nset -e\nuv sync --frozen --no-install-workspace --no-dev\nEOF\n`,
    },
    {
      name: 'written as an inline table, uv bound from its image',
      code: `FROM python:3.14-slim\nWORKDIR /app\nRUN --mount=from=ghcr.io/astral-sh/uv:0.12.5,source=/uv,target=/bin/uv ${binds} uv sync --locked --no-install-workspace\n`,
      around: {
        files: ['pyproject.toml', 'uv.lock', 'a/pyproject.toml'],
        texts: { 'pyproject.toml': '[tool.uv]\nworkspace = { members = ["a"] }\n', 'a/pyproject.toml': '' },
      },
      findings: [{ message: 'base', at: '--locked', severity: 'error' }],
      output: `FROM python:3.14-slim\nWORKDIR /app\nRUN --mount=from=ghcr.io/astral-sh/uv:0.12.5,source=/uv,target=/bin/uv ${binds} uv sync --frozen --no-install-workspace\n`,
    },
  ],
});
