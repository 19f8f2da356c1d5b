import { uvNoDev } from '../../../server/src/rules/dockerfile/uv/uv-no-dev';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const base = `FROM python:3.14-slim AS build\n${uv}ENV UV_LINK_MODE=copy\nWORKDIR /app\n`;
const mount = '--mount=type=cache,target=/root/.cache/uv';
const ship = 'FROM python:3.14-slim\nCOPY --from=build /app/.venv /app/.venv\nUSER 65532\n';
const variable = 'Add ENV UV_NO_DEV=1';
const flag = 'Add --no-dev';

ruleTester(uvNoDev, {
  valid: [
    `${base}RUN ${mount} uv sync --locked --no-dev\n${ship}`,
    `${base}ENV UV_NO_DEV=1\nRUN ${mount} uv sync --locked\n${ship}`,
    { name: 'in the call itself, and exported', code: `${base}RUN UV_NO_DEV=1 uv sync --locked\n${ship}` },
    `${base}RUN export UV_NO_DEFAULT_GROUPS=true && uv sync --locked\n${ship}`,
    `${base}RUN uv sync --locked --no-group dev\nRUN uv sync --locked --no-default-groups\n${ship}`,
    { name: 'a variable may say so', code: `${base}ARG NO_DEV\nENV UV_NO_DEV=$NO_DEV\nRUN uv sync\n${ship}` },
    { name: 'flags out of a variable', code: `${base}ARG FLAGS\nRUN uv sync --locked $FLAGS\n${ship}` },
    { name: 'asked for', code: `${base}RUN uv sync --locked --group dev\nRUN uv sync --all-groups\n${ship}` },
    {
      name: 'set to nothing in ENV, as a choice',
      code: `${base}ENV UV_NO_DEV=0\nRUN uv sync --locked\n${ship}`,
    },
    {
      name: 'a builder whose environment stays where it is',
      code: `${base}RUN ${mount} uv sync --locked\nRUN uv build\nFROM python:3.14-slim\nCOPY --from=build /app/dist /dist\n`,
    },
    {
      name: 'taken out by a later sync',
      code: `${base}RUN uv sync --locked --no-install-project\nRUN uv sync --locked --no-dev\n${ship}`,
    },
    {
      name: 'a stage for those who work on it',
      code: `${base}RUN uv sync --locked\nFROM build AS dev\nCMD ["pytest"]\n`,
    },
    {
      name: 'an image that nobody described',
      code: `FROM registry.example.com/python-uv:1.2\nRUN uv sync\n`,
    },
    {
      name: 'a project without such dependencies',
      code: `${base}COPY . .\nRUN uv sync --locked\n${ship}`,
      around: {
        files: ['pyproject.toml', 'uv.lock'],
        texts: {
          'pyproject.toml': '[project]\nname = "a"\n# [dependency-groups] dev\n[tool.uv]\npackage = true\n',
        },
      },
    },
    {
      name: 'a project whose default groups are others',
      code: `${base}COPY backend /app\nRUN uv sync --locked\n${ship}`,
      around: {
        files: ['backend/pyproject.toml', 'backend/uv.lock', 'pyproject.toml'],
        texts: {
          'pyproject.toml': '[dependency-groups]\ndev = ["ruff"]\n',
          'backend/pyproject.toml':
            '[dependency-groups]\ndev = [\n  "ruff", # linter\n]\n[tool.uv]\ndefault-groups = []\n',
        },
      },
    },
    { name: 'a heredoc', code: `${base}RUN <<EOF\nset -e\nuv sync --locked --no-dev\nEOF\n${ship}` },
    {
      name: 'without the project',
      code: `${base}RUN uv run --no-project a.py\nRUN uv run --script b.py\n${ship}`,
    },
  ],
  invalid: [
    {
      code: `${base}RUN ${mount} uv sync --locked\n${ship}`,
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          offers: [
            { title: variable, output: `${base}ENV UV_NO_DEV=1\nRUN ${mount} uv sync --locked\n${ship}` },
            { title: flag, output: `${base}RUN ${mount} uv sync --no-dev --locked\n${ship}` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'two steps, in a stage that ships and starts by uv run',
      code: `${base}# dependencies\nRUN ${mount} uv sync --locked --no-install-project\nCOPY . .\nRUN ${mount} uv sync --locked\nUSER 65532\nCMD ["uv", "run", "app"]\n`,
      around: {
        files: ['pyproject.toml', 'uv.lock'],
        dockerignore: '.venv\n',
        texts: { 'pyproject.toml': '[project]\nname = "a"\n[dependency-groups]\ndev = ["ruff"]\n' },
      },
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          line: 7,
          offers: [
            {
              title: variable,
              output: `${base}ENV UV_NO_DEV=1\n# dependencies\nRUN ${mount} uv sync --locked --no-install-project\nCOPY . .\nRUN ${mount} uv sync --locked\nUSER 65532\nCMD ["uv", "run", "app"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'uv run brings back what the sync left out',
      code: `${base}RUN ${mount} uv sync --locked --no-dev\nRUN uv run --locked manage.py collectstatic\n${ship}`,
      findings: [
        {
          message: 'base',
          at: 'uv run',
          offers: [
            {
              title: variable,
              output: `${base}RUN ${mount} uv sync --locked --no-dev\nENV UV_NO_DEV=1\nRUN uv run --locked manage.py collectstatic\n${ship}`,
            },
            {
              title: flag,
              output: `${base}RUN ${mount} uv sync --locked --no-dev\nRUN uv run --no-dev --locked manage.py collectstatic\n${ship}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an environment elsewhere, over two stages, with an old uv',
      code: `FROM python:3.14-slim AS build\nCOPY --from=ghcr.io/astral-sh/uv:0.7.2 /uv /bin/\nENV UV_PROJECT_ENVIRONMENT=/opt/venv\nRUN ${mount} UV_LINK_MODE=copy uv sync --frozen\nFROM scratch AS files\nCOPY --from=build /opt /opt\nFROM python:3.14-slim\nCOPY --from=files /opt/venv /venv\nUSER 65532\n`,
      findings: [
        {
          message: 'base',
          at: 'uv sync',
          offers: [
            {
              title: flag,
              output: `FROM python:3.14-slim AS build\nCOPY --from=ghcr.io/astral-sh/uv:0.7.2 /uv /bin/\nENV UV_PROJECT_ENVIRONMENT=/opt/venv\nRUN ${mount} UV_LINK_MODE=copy uv sync --no-dev --frozen\nFROM scratch AS files\nCOPY --from=build /opt /opt\nFROM python:3.14-slim\nCOPY --from=files /opt/venv /venv\nUSER 65532\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
