import { uvRunInRuntime } from '../../../server/src/rules/dockerfile/venv/uv-run-in-runtime';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const settings = 'ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_NO_DEV=1\n';
const install = 'RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-editable\n';
const project = `${settings}WORKDIR /app\nCOPY pyproject.toml uv.lock ./\nCOPY src ./src\n`;
const build = `FROM python:3.12-slim AS build\n${uv}${project}${install}`;
const final = 'FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\nUSER 65532:65532\n';
const lent = `FROM python:3.12-slim\n${project}RUN --mount=type=cache,target=/root/.cache/uv \\\n    --mount=from=ghcr.io/astral-sh/uv:0.12.5,source=/uv,target=/bin/uv \\\n    uv sync --locked --no-editable\nUSER 65532:65532\n`;
const start = 'CMD ["uv", "run", "serve"]\n';

ruleTester(uvRunInRuntime, {
  valid: [
    { name: 'copied', code: `${build}${final.replace('USER', `${uv}USER`)}${start}` },
    {
      name: "uv's image",
      code: `FROM ghcr.io/astral-sh/uv:0.12.5-python3.12-bookworm-slim\n${project}${install}USER 65532:65532\n${start}`,
    },
    {
      name: 'the hardened one',
      code: `${build}FROM dhi.io/uv:0.12-debian13\nCOPY --from=build /app /app\n${start}`,
    },
    {
      name: 'in one stage',
      code: `FROM python:3.12-slim\n${uv}${project}${install}USER 65532:65532\n${start}`,
    },
    {
      name: 'installed by pip',
      code: `${build}${final.replace('USER', 'RUN pip install --no-cache-dir uv==0.12.5\nUSER')}${start}`,
    },
    {
      name: 'perhaps among the requirements',
      code: `${build}${final.replace('USER', 'COPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nUSER')}${start}`,
    },
    {
      name: 'installed by its script',
      code: `${build}${final.replace('USER', 'ADD https://astral.sh/uv/0.12.5/install.sh /install.sh\nRUN sh /install.sh\nUSER')}${start}`,
    },
    {
      name: 'copied with all programs of the build stage',
      code: `${build}${final.replace('USER', 'COPY --from=build /usr/local/bin /usr/local/bin\nUSER')}${start}`,
    },
    {
      name: 'an image that nobody described',
      code: `${build}FROM example/app:1.2\nCOPY --from=build /app/.venv /app/.venv\n${start}`,
    },
    {
      name: 'an image that a variable names',
      code: `ARG BASE\n${build}FROM $BASE\nCOPY --from=build /app/.venv /app/.venv\n${start}`,
    },
    { name: 'out of the environment', code: `${build}${final}CMD ["/app/.venv/bin/serve"]\n` },
    {
      name: 'uv in the environment',
      code: `FROM python:3.12-slim AS build\nRUN python -m venv /app/.venv && /app/.venv/bin/pip install --no-cache-dir uv==0.12.5\n${final}ENV PATH="/app/.venv/bin:$PATH"\n${start}`,
    },
    { name: 'a builder', code: `${build}${start}FROM python:3.12-slim\nUSER 65532:65532\nCMD ["python3"]\n` },
    {
      name: 'a heredoc that brings it',
      code: `${build}${final.replace('USER', 'RUN <<EOF\n./get-tools\nEOF\nUSER')}${start}`,
    },
    {
      name: 'an entry point script',
      code: `${build}${final}COPY --chmod=755 entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\n${start}`,
    },
  ],
  invalid: [
    {
      code: `${build}${final}${start}`,
      findings: [
        {
          message:
            'Nothing brings uv into this stage, so the container cannot start. Run the program out of the environment.',
          at: '"uv"',
          offers: [
            { title: 'Run /app/.venv/bin/serve', output: `${build}${final}CMD ["/app/.venv/bin/serve"]\n` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'lent for the build alone; shell form, flags, a module',
      code: `${lent}CMD exec uv run --no-sync -m app.main --port 8000\n`,
      findings: [
        {
          message: 'base',
          at: 'uv',
          offers: [
            {
              title: 'Run /app/.venv/bin/python -m',
              output: `${lent}CMD exec /app/.venv/bin/python -m app.main --port 8000\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a file, behind an entry point; a stage below brings nothing',
      code: `${build}FROM python:3.12-slim AS base\nCOPY --from=build /app/.venv /app/.venv\nUSER 65532:65532\nFROM base\nENTRYPOINT ["uv", "run", "--frozen"]\nCMD ["main.py"]\n`,
      findings: [{ message: 'base', at: '"uv"', offers: [] }],
      output: null,
    },
    {
      name: 'a file',
      code: `${build}${final}CMD ["uv", "run", "main.py", "--debug"]\n`,
      findings: [
        {
          message: 'base',
          at: '"uv"',
          offers: [
            {
              title: 'Run /app/.venv/bin/python main.py',
              output: `${build}${final}CMD ["/app/.venv/bin/python", "main.py", "--debug"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'flags with values, and uvx: nothing to offer',
      code: `${build}${final}CMD ["uvx", "ruff", "check"]\n`,
      findings: [{ message: 'base', at: '"uvx"', offers: [] }],
      output: null,
    },
  ],
});
