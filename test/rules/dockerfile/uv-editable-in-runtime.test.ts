import { uvEditableInRuntime } from '../../../server/src/rules/dockerfile/venv/uv-editable-in-runtime';
import { ruleTester } from '../../support/rule-tester';

const head =
  'FROM python:3.12-slim AS build\nCOPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\nENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_NO_DEV=1\nWORKDIR /app\n';
const mount = 'RUN --mount=type=cache,target=/root/.cache/uv \\\n    ';
const deps = `COPY pyproject.toml uv.lock ./\n${mount}uv sync --locked --no-install-project\n`;
const sources = 'COPY src ./src\n';
const build = `${head}${deps}${sources}${mount}uv sync --locked\n`;
const mended = `${head}${deps}${sources}${mount}uv sync --no-editable --locked\n`;
const start = 'USER 65532:65532\nENV PATH="/app/.venv/bin:$PATH"\nCMD ["serve"]\n';
const use = `FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\n${start}`;
const files = ['pyproject.toml', 'uv.lock', 'src/app/__init__.py'];
const pyproject = '[project]\nname = "app"\n';
const system = '\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';

ruleTester(uvEditableInRuntime, {
  valid: [
    { name: 'not editable', code: `${mended}${use}` },
    {
      name: 'said by a variable',
      code: `${build.replace('UV_NO_DEV=1', 'UV_NO_DEV=1 UV_NO_EDITABLE=1')}${use}`,
    },
    { name: 'without the project', code: `${head}${deps}${use}` },
    {
      name: 'the sources are copied from the context',
      code: `${build}FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\nCOPY src /app/src\n${start}`,
    },
    {
      name: 'the sources are copied with it',
      code: `${build}FROM python:3.12-slim\nCOPY --from=build /app /app\n${start}`,
    },
    {
      name: 'the sources are copied from the build stage to another place',
      code: `${build}FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\nCOPY --from=build /app/src /srv/src\n${start}`,
    },
    {
      name: 'no sources in the build stage: only what the project needs is installed',
      code: `${head}COPY pyproject.toml uv.lock ./\n${mount}uv sync --locked\n${use}`,
    },
    {
      name: 'a project that is no package',
      code: `${build}${use}`,
      around: { files, texts: { 'pyproject.toml': pyproject }, dockerignore: '.venv\n' },
    },
    {
      name: 'told to be no package',
      code: `${build}${use}`,
      around: {
        files,
        texts: { 'pyproject.toml': `${pyproject}${system}\n[tool.uv]\npackage = false\n` },
        dockerignore: '.venv\n',
      },
    },
    {
      name: 'flags that a variable names',
      code: `${head}ARG FLAGS\n${deps}${sources}${mount}uv sync --locked $FLAGS\n${use}`,
    },
    { name: 'a single stage', code: build.replace(' AS build', '') + start },
    { name: 'a builder that nothing copies from', code: `${build}FROM python:3.12-slim\n${start}` },
    {
      name: 'the final stage clones them',
      code: `${build}FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\nRUN git clone https://example.com/app.git /app/src\n${start}`,
    },
    {
      name: 'a volume may hold them',
      code: `${build}FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\nVOLUME /app/src\n${start}`,
    },
    {
      name: 'an entry point script may bring them',
      code: `${build}FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\nCOPY --chmod=755 entrypoint.sh /\nUSER 65532:65532\nENTRYPOINT ["/entrypoint.sh"]\n`,
    },
    {
      name: 'a heredoc in the final stage',
      code: `${build}FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\nRUN <<EOF\n./fetch-sources\nEOF\n${start}`,
    },
  ],
  invalid: [
    {
      code: `${build}${use}`,
      findings: [
        {
          message:
            'The environment only points to the sources in /app, which are not copied with it, so the project cannot be imported. Install it with --no-editable.',
          at: 'uv sync',
          line: 9,
          offers: [],
        },
      ],
      output: `${mended}${use}`,
    },
    {
      name: 'a package by its file; a settings file beside the environment',
      code: `${build}FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\nCOPY logging.ini /app/\n${start}`,
      around: {
        files: [...files, 'logging.ini'],
        texts: { 'pyproject.toml': `${pyproject}${system}` },
        dockerignore: '.venv\n',
      },
      findings: [{ message: 'base', at: 'uv sync', line: 9, offers: [] }],
      output: `${mended}FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\nCOPY logging.ini /app/\n${start}`,
    },
    {
      name: 'the environment lies elsewhere, all of the context is there, over two copies',
      code: `${head}ENV UV_PROJECT_ENVIRONMENT=/opt/venv\nCOPY . .\n${mount}uv sync --frozen\nFROM scratch AS files\nCOPY --from=build /opt/venv /opt/venv\nFROM python:3.12-slim\nCOPY --from=files /opt/venv /opt/venv\nUSER 65532:65532\nCMD ["/opt/venv/bin/serve"]\n`,
      around: { files, dockerignore: '.venv\n' },
      findings: [{ message: 'base', at: 'uv sync' }],
      output: `${head}ENV UV_PROJECT_ENVIRONMENT=/opt/venv\nCOPY . .\n${mount}uv sync --no-editable --frozen\nFROM scratch AS files\nCOPY --from=build /opt/venv /opt/venv\nFROM python:3.12-slim\nCOPY --from=files /opt/venv /opt/venv\nUSER 65532:65532\nCMD ["/opt/venv/bin/serve"]\n`,
    },
    {
      name: 'in a heredoc; uv and its Python come along',
      code: `${head}ENV UV_PYTHON_INSTALL_DIR=/python\n${sources}COPY pyproject.toml uv.lock ./\nRUN --mount=type=cache,target=/root/.cache/uv <<EOF\nuv sync --locked\nEOF\nFROM python:3.12-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\nCOPY --from=build /python /python\nCOPY --from=build /app/.venv /app/.venv\n${start}`,
      findings: [{ message: 'base', at: 'uv sync', offers: [] }],
      output: `${head}ENV UV_PYTHON_INSTALL_DIR=/python\n${sources}COPY pyproject.toml uv.lock ./\nRUN --mount=type=cache,target=/root/.cache/uv <<EOF\nuv sync --no-editable --locked\nEOF\nFROM python:3.12-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\nCOPY --from=build /python /python\nCOPY --from=build /app/.venv /app/.venv\n${start}`,
    },
  ],
});
