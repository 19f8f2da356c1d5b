import { uvCacheMount } from '../../../server/src/rules/dockerfile/uv/uv-cache-mount';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM python:3.14-slim AS build\n';
const mode = 'ENV UV_LINK_MODE=copy\n';
const mount = '--mount=type=cache,target=/root/.cache/uv';
const title = 'Mount a cache at /root/.cache/uv';

ruleTester(uvCacheMount, {
  valid: [
    `${base}${mode}RUN ${mount} uv sync --locked\nRUN --mount=type=cache,target=/root/.cache uv sync --locked\n`,
    `${base}RUN uv sync --locked --no-cache\nRUN uv pip install -n ruff\nRUN UV_NO_CACHE=1 uv sync --locked\n`,
    {
      name: 'by ENV, in a stage below',
      code: `${base}ENV UV_NO_CACHE=true\nFROM build\nRUN uv sync --locked\n`,
    },
    { name: 'a variable may say so', code: `${base}ARG NO\nENV UV_NO_CACHE=$NO\nRUN uv sync --locked\n` },
    {
      name: 'a mount that a variable places',
      code: `${base}ARG DIR\nRUN --mount=type=cache,target=$DIR uv sync --locked\n`,
    },
    {
      name: 'cleaned by hand',
      code: `${base}RUN uv sync --locked && rm -rf /root/.cache\nRUN uv sync --locked && uv cache clean\n`,
    },
    {
      name: 'a cache elsewhere',
      code: `${base}${mode}ENV UV_CACHE_DIR=/c\nRUN --mount=type=cache,target=/c <<EOF\nuv sync --locked\nEOF\n`,
    },
    `${base}RUN uv --version && uv venv && uv run a\n`,
  ],
  invalid: [
    {
      code: `${base}RUN uv sync --locked\n`,
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          offers: [{ title, output: `${base}${mode}RUN ${mount} \\\n    uv sync --locked\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'other mounts, over lines',
      code: `${base}${mode}RUN --mount=type=bind,source=uv.lock,target=uv.lock \\\n  uv sync --locked\nRUN \\\n  uv pip install ruff\n`,
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          offers: [
            {
              title,
              output: `${base}${mode}RUN ${mount} \\\n  --mount=type=bind,source=uv.lock,target=uv.lock \\\n  uv sync --locked\nRUN \\\n  uv pip install ruff\n`,
            },
          ],
        },
        {
          message: 'base',
          at: 'uv pip install',
          offers: [
            {
              title,
              output: `${base}${mode}RUN --mount=type=bind,source=uv.lock,target=uv.lock \\\n  uv sync --locked\nRUN \\\n  ${mount} \\\n  uv pip install ruff\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a heredoc',
      code: `${base}RUN <<EOF\nset -e\nuv pip sync requirements.txt\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: 'uv pip sync',
          offers: [
            {
              title,
              output: `${base}${mode}RUN ${mount} <<EOF\nset -e\nuv pip sync requirements.txt\nEOF\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "a mount that is not uv's, and an account to which a mount would not belong",
      code: `${base}${mode}RUN --mount=type=cache,target=/root/.cache/pip uv pip install ruff\nUSER 1000\nRUN uv sync --locked\n`,
      findings: [
        {
          message: 'base',
          at: 'uv pip install',
          offers: [
            {
              title,
              output: `${base}${mode}RUN ${mount} \\\n    --mount=type=cache,target=/root/.cache/pip uv pip install ruff\nUSER 1000\nRUN uv sync --locked\n`,
            },
          ],
        },
        { message: 'base', at: 'uv sync' },
      ],
      output: null,
    },
  ],
});
