import { uvLinkMode } from '../../../server/src/rules/dockerfile/uv/uv-link-mode';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM python:3.14-slim AS build\n';
const mount = '--mount=type=cache,target=/root/.cache/uv';

ruleTester(uvLinkMode, {
  valid: [
    `${base}ENV UV_LINK_MODE=copy\nRUN ${mount} uv sync --locked\n`,
    {
      name: 'in a stage below',
      code: `${base}ENV UV_LINK_MODE=copy\nFROM build\nRUN ${mount} uv sync --locked\n`,
    },
    `${base}RUN ${mount} uv sync --locked --link-mode=copy\nRUN ${mount} UV_LINK_MODE=hardlink uv sync --locked\n`,
    {
      name: 'a variable that may say so',
      code: `${base}ARG MODE\nENV UV_LINK_MODE=$MODE\nRUN ${mount} uv sync --locked\n`,
    },
    {
      name: 'another cache',
      code: `${base}RUN --mount=type=cache,target=/root/.cache/pip uv sync --locked\n`,
    },
    `${base}RUN uv sync --locked\nRUN ${mount} uv --version\nRUN ${mount} uv sync --locked --no-cache\n`,
    {
      name: 'in a heredoc',
      code: `${base}RUN ${mount} <<EOF\nexport UV_LINK_MODE=copy\nuv sync --locked\nEOF\n`,
    },
  ],
  invalid: [
    {
      code: `${base}RUN ${mount} uv sync --locked\n`,
      findings: [{ message: 'base', at: mount }],
      output: `${base}ENV UV_LINK_MODE=copy\nRUN ${mount} uv sync --locked\n`,
    },
    {
      name: 'once for all that follows, above the comment',
      code: `${base}WORKDIR /app\n\n# Dependencies\nRUN ${mount} \\\n    uv sync --locked --no-install-project\nRUN ${mount} \\\n    uv sync --locked\nFROM build\nRUN ${mount} uv pip install ruff\n`,
      findings: [{ message: 'base', at: mount, line: 4 }],
      output: `${base}WORKDIR /app\n\nENV UV_LINK_MODE=copy\n# Dependencies\nRUN ${mount} \\\n    uv sync --locked --no-install-project\nRUN ${mount} \\\n    uv sync --locked\nFROM build\nRUN ${mount} uv pip install ruff\n`,
    },
    {
      name: 'a cache elsewhere',
      code: `${base}ENV UV_CACHE_DIR=/opt/uv-cache/\nRUN --mount=type=cache,target=/opt/uv-cache uv pip install --system ruff\n`,
      findings: [{ message: 'base', at: '--mount=type=cache,target=/opt/uv-cache' }],
      output: `${base}ENV UV_CACHE_DIR=/opt/uv-cache/\nENV UV_LINK_MODE=copy\nRUN --mount=type=cache,target=/opt/uv-cache uv pip install --system ruff\n`,
    },
    {
      name: 'a user who is not known, and a mount that says uv',
      code: 'FROM example/python:1.0 AS build\n    RUN --mount=type=cache,target=/home/app/.cache/uv <<EOF\nuv sync --locked\nEOF\n',
      findings: [{ message: 'base', at: '--mount=type=cache,target=/home/app/.cache/uv' }],
      output:
        'FROM example/python:1.0 AS build\n    ENV UV_LINK_MODE=copy\n    RUN --mount=type=cache,target=/home/app/.cache/uv <<EOF\nuv sync --locked\nEOF\n',
    },
  ],
});
