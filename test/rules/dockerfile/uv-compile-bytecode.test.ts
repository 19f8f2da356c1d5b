import { uvCompileBytecode } from '../../../server/src/rules/dockerfile/uv/uv-compile-bytecode';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const base = `FROM python:3.14-slim AS build\n${uv}ENV UV_LINK_MODE=copy UV_NO_DEV=1\nWORKDIR /app\n`;
const mount = '--mount=type=cache,target=/root/.cache/uv';
const ship = 'FROM python:3.14-slim\nCOPY --from=build /app /app\nUSER 65532\n';

ruleTester(uvCompileBytecode, {
  valid: [
    `${base}RUN ${mount} uv sync --locked --compile-bytecode\n${ship}`,
    `${base}ENV UV_COMPILE_BYTECODE=1\nRUN ${mount} uv sync --locked\n${ship}`,
    {
      name: 'the dependencies are, in a layer before',
      code: `${base}RUN uv sync --locked --no-install-project --compile-bytecode\nRUN uv sync --locked\n${ship}`,
    },
    {
      name: 'somebody chose otherwise',
      code: `${base}ENV UV_COMPILE_BYTECODE=0\nRUN uv sync --locked\n${ship}`,
    },
    {
      name: 'a variable may say so',
      code: `${base}ARG BYTECODE\nENV UV_COMPILE_BYTECODE=$BYTECODE\nRUN uv sync\n${ship}`,
    },
    { name: 'flags out of a variable', code: `${base}ARG UV_FLAGS\nRUN uv sync "$UV_FLAGS"\n${ship}` },
    {
      name: 'by Python itself',
      code: `${base}RUN uv sync --locked\nRUN python -m compileall -q .venv\n${ship}`,
    },
    {
      name: 'a builder whose environment stays where it is',
      code: `${base}RUN uv sync --locked\nFROM nginx:1.29\nCOPY --from=build /app/site /usr/share/nginx/html\n`,
    },
    {
      name: 'a heredoc',
      code: `${base}RUN <<EOF\nexport UV_COMPILE_BYTECODE=1\nuv sync --locked\nEOF\n${ship}`,
    },
    { name: 'an image that nobody described', code: 'FROM registry.example.com/uv-base:1\nRUN uv sync\n' },
    {
      name: 'in the settings of the project',
      code: `${base}COPY . .\nRUN uv sync --locked\n${ship}`,
      around: {
        files: ['pyproject.toml', 'uv.lock'],
        texts: { 'pyproject.toml': '[tool.uv]\ncompile-bytecode = true\n' },
      },
    },
    { name: 'a stage for tests', code: `${base}FROM build AS test\nRUN uv sync --locked\n` },
    `${base}RUN ${mount} uv pip install --system ruff\n`,
  ],
  invalid: [
    {
      code: `${base}RUN ${mount} uv sync --locked --no-install-project\nCOPY . .\nRUN ${mount} uv sync --locked\n${ship}`,
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          line: 6,
          offers: [
            {
              title: 'Add ENV UV_COMPILE_BYTECODE=1',
              output: `${base}ENV UV_COMPILE_BYTECODE=1\nRUN ${mount} uv sync --locked --no-install-project\nCOPY . .\nRUN ${mount} uv sync --locked\n${ship}`,
            },
            {
              title: 'Add --compile-bytecode',
              output: `${base}RUN ${mount} uv sync --locked --no-install-project\nCOPY . .\nRUN ${mount} uv sync --compile-bytecode --locked\n${ship}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a stage that ships by itself, its folder not known, and a hardened builder',
      code: `ARG DIR\nFROM dhi.io/python:3.13-dev AS build\n${uv}WORKDIR $DIR\nRUN UV_NO_DEV=1 uv sync --locked --no-cache\n`,
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          offers: [
            {
              title: 'Add ENV UV_COMPILE_BYTECODE=1',
              output: `ARG DIR\nFROM dhi.io/python:3.13-dev AS build\n${uv}WORKDIR $DIR\nENV UV_COMPILE_BYTECODE=1\nRUN UV_NO_DEV=1 uv sync --locked --no-cache\n`,
            },
            {
              title: 'Add --compile-bytecode',
              output: `ARG DIR\nFROM dhi.io/python:3.13-dev AS build\n${uv}WORKDIR $DIR\nRUN UV_NO_DEV=1 uv sync --compile-bytecode --locked --no-cache\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a heredoc, in a stage below the one that ships',
      code: `${base}RUN <<EOF\nset -e\nuv sync --locked --no-cache\nEOF\nFROM build\nUSER 65532\n`,
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          offers: [
            {
              title: 'Add ENV UV_COMPILE_BYTECODE=1',
              output: `${base}ENV UV_COMPILE_BYTECODE=1\nRUN <<EOF\nset -e\nuv sync --locked --no-cache\nEOF\nFROM build\nUSER 65532\n`,
            },
            {
              title: 'Add --compile-bytecode',
              output: `${base}RUN <<EOF\nset -e\nuv sync --compile-bytecode --locked --no-cache\nEOF\nFROM build\nUSER 65532\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a project elsewhere, copied with its environment',
      code: `${base}RUN uv --project api sync --locked --no-cache\nFROM python:3.14-slim\nCOPY --from=build /app/api /srv/api\nUSER 65532\n`,
      findings: [
        {
          message: 'base',
          at: 'sync',
          offers: [
            {
              title: 'Add ENV UV_COMPILE_BYTECODE=1',
              output: `${base}ENV UV_COMPILE_BYTECODE=1\nRUN uv --project api sync --locked --no-cache\nFROM python:3.14-slim\nCOPY --from=build /app/api /srv/api\nUSER 65532\n`,
            },
            {
              title: 'Add --compile-bytecode',
              output: `${base}RUN uv --project api sync --compile-bytecode --locked --no-cache\nFROM python:3.14-slim\nCOPY --from=build /app/api /srv/api\nUSER 65532\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
