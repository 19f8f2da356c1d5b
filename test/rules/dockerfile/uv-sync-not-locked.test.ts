import { uvSyncNotLocked } from '../../../server/src/rules/dockerfile/uv/uv-sync-not-locked';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM python:3.14-slim AS build\nENV UV_LINK_MODE=copy\n';
const mount = '--mount=type=cache,target=/root/.cache/uv';

ruleTester(uvSyncNotLocked, {
  valid: [
    `${base}RUN uv sync --locked --no-dev\nRUN uv sync --frozen\nRUN uv --no-cache sync --locked\n`,
    { name: 'by ENV, in a stage below', code: `${base}ENV UV_LOCKED=1\nFROM build\nRUN uv sync\n` },
    {
      name: 'by ENV that a build argument may fill',
      code: `${base}ARG FROZEN\nENV UV_FROZEN=$FROZEN\nRUN uv sync\n`,
    },
    `${base}RUN UV_FROZEN=true uv sync\nRUN export UV_LOCKED=1 && uv sync\n`,
    {
      name: 'no lock file in the context',
      code: `${base}RUN uv sync\n`,
      around: { files: ['pyproject.toml'] },
    },
    { name: 'the lock file is made here', code: `${base}RUN uv lock && uv sync\nRUN uv sync --upgrade\n` },
    `${base}RUN uv pip install ruff\nRUN echo uv sync\n`,
  ],
  invalid: [
    {
      code: `${base}RUN ${mount} uv sync\n`,
      around: { files: ['pyproject.toml', 'uv.lock'] },
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          offers: [{ title: 'Add --locked', output: `${base}RUN ${mount} uv sync --locked\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'over lines, with flags, where the context is not known',
      code: `${base}RUN ${mount} \\\n    --mount=type=bind,source=uv.lock,target=uv.lock \\\n    # dependencies\n    uv --quiet sync --no-install-project \\\n    --no-dev\n`,
      findings: [
        {
          message: 'base',
          at: 'sync',
          offers: [
            {
              title: 'Add --locked',
              output: `${base}RUN ${mount} \\\n    --mount=type=bind,source=uv.lock,target=uv.lock \\\n    # dependencies\n    uv --quiet sync --locked --no-install-project \\\n    --no-dev\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'members of a workspace are not there yet',
      code: `${base}RUN ${mount} uv sync --no-install-workspace\n`,
      findings: [
        {
          message: 'workspace',
          at: 'uv sync',
          offers: [
            {
              title: 'Add --frozen',
              output: `${base}RUN ${mount} uv sync --frozen --no-install-workspace\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'switched off by ENV, in a heredoc, and a trigger',
      code: `${base}ENV UV_LOCKED=0\nRUN ${mount} <<EOF\nset -e\nuv sync\nEOF\nONBUILD RUN uv sync\n`,
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          line: 5,
          offers: [
            {
              title: 'Add --locked',
              output: `${base}ENV UV_LOCKED=0\nRUN ${mount} <<EOF\nset -e\nuv sync --locked\nEOF\nONBUILD RUN uv sync\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a project elsewhere',
      code: `${base}RUN ${mount} uv --project backend sync\n`,
      around: { files: ['compose.yaml'] },
      findings: [
        {
          message: 'base',
          at: 'sync',
          offers: [
            { title: 'Add --locked', output: `${base}RUN ${mount} uv --project backend sync --locked\n` },
          ],
        },
      ],
      output: null,
    },
  ],
});
