import { interpreterPathMismatch } from '../../../server/src/rules/dockerfile/venv/interpreter-path-mismatch';
import { ruleTester } from '../../support/rule-tester';

const make = 'RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir gunicorn==23.0.0\n';
const pip = (base: string): string => `FROM ${base} AS build\n${make}`;
const run = (base: string): string =>
  `FROM ${base}\nCOPY --from=build /venv /venv\nUSER 65532:65532\nCMD ["/venv/bin/gunicorn", "app:app"]\n`;
const system = 'RUN pip install --no-cache-dir gunicorn==23.0.0\n';
const start = 'USER 65532:65532\nCMD ["gunicorn", "app:app"]\n';
const packages = (from: string, to: string): string =>
  `COPY --from=build /usr/local/lib/python${from}/site-packages /usr/local/lib/python${to}/site-packages\n`;

const npm = 'WORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci && npm cache clean --force\n';
const compilers =
  'RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 && rm -rf /var/lib/apt/lists/*\n';
const node = (base: string): string =>
  `FROM ${base}\nWORKDIR /app\nCOPY --from=build /app/node_modules ./node_modules\nUSER node\nCMD ["node", "main.js"]\n`;

ruleTester(interpreterPathMismatch, {
  valid: [
    { name: 'the same', code: `${pip('python:3.12-slim')}${run('python:3.12-slim')}` },
    {
      name: 'another Debian, the same place',
      code: `${pip('python:3.12-bookworm')}${run('python:3.12-slim-trixie')}`,
    },
    {
      name: 'hardened, both',
      code: `${pip('dhi.io/python:3.12-debian13-dev')}${run('dhi.io/python:3.12-debian13')}`,
    },
    { name: 'no version in the tag', code: `${pip('python:3-slim')}${run('python:3.12-slim')}` },
    {
      name: 'a tag that a variable names',
      code: `ARG PY\n${pip('python:$PY-slim')}${run('python:3.12-slim')}`,
    },
    {
      name: 'Python of the distribution, in both',
      code: `FROM debian:trixie-slim AS build\nRUN apt-get update && apt-get install -y --no-install-recommends python3 python3-venv && rm -rf /var/lib/apt/lists/*\n${make.replace('python ', 'python3 ')}${run('debian:trixie-slim').replace('COPY', 'RUN apt-get update && apt-get install -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*\nCOPY')}`,
    },
    {
      name: 'a link to where it was',
      code: `${pip('python:3.12-slim')}${run('dhi.io/python:3.12-debian13-dev').replace('USER', 'RUN ln -s /usr/bin/python3 /usr/local/bin/python3\nUSER')}`,
    },
    {
      name: 'the interpreter is copied, too',
      code: `${pip('python:3.12-slim')}${run('debian:trixie-slim').replace('USER', 'COPY --from=build /usr/local /usr/local\nUSER')}`,
    },
    {
      name: 'a script changes it',
      code: `FROM python:3.12-slim AS build\n${make}RUN ./fix-links\n${run('python:3.13-slim')}`,
    },
    {
      name: 'a builder that ships nothing',
      code: `${pip('python:3.12-slim')}FROM python:3.13-slim AS test\nCOPY --from=build /venv /venv\nFROM python:3.12-slim\n${start}`,
    },
    {
      name: 'a heredoc makes more than is read',
      code: `FROM python:3.12-slim AS build\nRUN <<EOF\nset -e\npython -m venv /venv\n./more\nEOF\n${run('python:3.13-slim')}`,
    },
    {
      name: 'packages of the same version',
      code: `FROM python:3.12-slim AS build\n${system}FROM python:3.12-slim\n${packages('3.12', '3.12')}COPY --from=build /usr/local/bin/gunicorn /usr/local/bin/gunicorn\n${start}`,
    },
    {
      name: 'packages that are named to Python',
      code: `FROM python:3.12-slim AS build\n${system}FROM python:3.13-slim\n${packages('3.12', '3.12')}ENV PYTHONPATH=/usr/local/lib/python3.12/site-packages\n${start}`,
    },
    {
      name: 'packages with the interpreter',
      code: `FROM python:3.12-slim AS build\n${system}FROM debian:trixie-slim\n${packages('3.12', '3.12')}COPY --from=build /usr/local/bin /usr/local/bin\n${start}`,
    },
    {
      name: 'the Python of the image reads its packages',
      code: `${pip('python:3.11-slim')}FROM gcr.io/distroless/python3-debian12:nonroot\nCOPY --from=build /venv /venv\nENV PYTHONPATH=/venv/lib/python3.11/site-packages\nCMD ["main.py"]\n`,
    },
    { name: 'the same Node', code: `FROM node:22 AS build\n${compilers}${npm}${node('node:22-slim')}` },
    { name: 'another Node, nothing native', code: `FROM node:20 AS build\n${npm}${node('node:22-slim')}` },
    {
      name: 'another Node, built again',
      code: `FROM node:20 AS build\n${compilers}${npm}${node('node:22').replace('USER', 'RUN npm rebuild\nUSER')}`,
    },
    {
      name: 'another Node, only the result is copied',
      code: `FROM node:20 AS build\n${compilers}${npm}FROM node:22-slim\nWORKDIR /app\nCOPY --from=build /app/dist ./dist\nUSER node\nCMD ["node", "dist/main.js"]\n`,
    },
  ],
  invalid: [
    {
      name: 'another version at the same place',
      code: `${pip('python:3.12-slim')}${run('python:3.13-slim')}`,
      findings: [
        {
          message:
            'Nothing in this environment starts: it was made with Python 3.12, and the Python of this stage is 3.13.',
          at: '/venv',
          line: 3,
          offers: [
            {
              title: 'Build on python:3.13-slim',
              output: `${pip('python:3.13-slim')}${run('python:3.13-slim')}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'another version, by uv',
      code: `FROM ghcr.io/astral-sh/uv:0.12.5-python3.12-bookworm-slim AS build\nENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_NO_DEV=1\nWORKDIR /app\nCOPY pyproject.toml uv.lock ./\nCOPY src ./src\nRUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-editable\nFROM python:3.13-slim-bookworm\nCOPY --from=build /app /app\nUSER 65532:65532\nCMD ["/app/.venv/bin/serve"]\n`,
      findings: [
        {
          message: 'version',
          at: '/app',
          line: 7,
          offers: [
            {
              title: 'Build on ghcr.io/astral-sh/uv:0.12.5-python3.13-bookworm-slim',
              output: `FROM ghcr.io/astral-sh/uv:0.12.5-python3.13-bookworm-slim AS build\nENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_NO_DEV=1\nWORKDIR /app\nCOPY pyproject.toml uv.lock ./\nCOPY src ./src\nRUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-editable\nFROM python:3.13-slim-bookworm\nCOPY --from=build /app /app\nUSER 65532:65532\nCMD ["/app/.venv/bin/serve"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'elsewhere in the hardened image',
      code: `${pip('python:3.12-slim')}${run('dhi.io/python:3.12-debian13')}`,
      findings: [
        {
          message:
            'Nothing in this environment starts: its Python is in /usr/local/bin of the build stage, and that of this stage in /usr/bin.',
          at: '/venv',
          line: 3,
          offers: [
            {
              title: 'Build on dhi.io/python:3.12-debian13-dev, whose Python this stage has',
              output: `${pip('dhi.io/python:3.12-debian13-dev')}${run('dhi.io/python:3.12-debian13')}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'none at all',
      code: `${pip('python:3.12-slim')}${run('gcr.io/distroless/cc-debian12:nonroot')}`,
      findings: [{ message: 'none', at: '/venv', line: 3, offers: [] }],
      output: null,
    },
    {
      name: "virtualenv of the distribution's Python",
      code: `FROM debian:bookworm-slim AS build\nRUN apt-get update && apt-get install -y --no-install-recommends python3 python3-venv && rm -rf /var/lib/apt/lists/*\n${make.replace('python ', 'python3.11 ')}${run('gcr.io/distroless/python3-debian13:nonroot')}`,
      findings: [{ message: 'version', at: '/venv', line: 4, offers: [] }],
      output: null,
    },
    {
      name: 'made in the RUN that installs the Python; the image is named by its number, and another stage fills it',
      code: `FROM debian:13-slim AS base\nRUN apt-get update && apt-get install -y --no-install-recommends python3-venv && rm -rf /var/lib/apt/lists/* && python3 -m venv /venv\nFROM base AS build\n${make.replace('python -m venv /venv && ', '')}${run('gcr.io/distroless/python3-debian12:nonroot')}`,
      findings: [{ message: 'version', at: '/venv', line: 5, offers: [] }],
      output: null,
    },
    {
      name: 'Poetry beside the project; variables for the place, and for what is cleaned up',
      code: `FROM python:3.12.4-bookworm AS build\nENV POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_CACHE_DIR=/tmp/poetry\nRUN pip install --no-cache-dir poetry==2.0.1\nWORKDIR /app\nCOPY pyproject.toml poetry.lock ./\nRUN poetry install --no-root && rm -rf $POETRY_CACHE_DIR\nFROM python:3.13-slim-bookworm\nENV VIRTUAL_ENV=/app/.venv\nENV PATH="$VIRTUAL_ENV/bin:$PATH"\nCOPY --from=build $VIRTUAL_ENV $VIRTUAL_ENV\nUSER 65532:65532\nCMD ["serve"]\n`,
      findings: [
        {
          message: 'version',
          at: '$VIRTUAL_ENV',
          line: 9,
          offers: [
            {
              title: 'Build on python:3.13-bookworm',
              output: `FROM python:3.13-bookworm AS build\nENV POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_CACHE_DIR=/tmp/poetry\nRUN pip install --no-cache-dir poetry==2.0.1\nWORKDIR /app\nCOPY pyproject.toml poetry.lock ./\nRUN poetry install --no-root && rm -rf $POETRY_CACHE_DIR\nFROM python:3.13-slim-bookworm\nENV VIRTUAL_ENV=/app/.venv\nENV PATH="$VIRTUAL_ENV/bin:$PATH"\nCOPY --from=build $VIRTUAL_ENV $VIRTUAL_ENV\nUSER 65532:65532\nCMD ["serve"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'packages of another version, and a script that finds no Python',
      code: `FROM python:3.12-slim AS build\n${system}FROM python:3.13-slim\n${packages('3.12', '3.12')}${start}`,
      findings: [
        {
          message:
            'The Python of this stage is 3.13 and does not look for packages in /usr/local/lib/python3.12/site-packages.',
          at: '/usr/local/lib/python3.12/site-packages',
          offers: [],
        },
      ],
      output: null,
    },
    {
      name: 'a console script',
      code: `FROM python:3.12-slim AS build\n${system}FROM dhi.io/python:3.12-debian13\nCOPY --from=build /usr/local/bin/gunicorn /usr/local/bin/gunicorn\nCMD ["gunicorn", "app:app"]\n`,
      findings: [
        {
          message:
            'This program names /usr/local/bin/python in its first line, and the Python of this stage is in /usr/bin.',
          at: '/usr/local/bin/gunicorn',
          line: 3,
          offers: [],
        },
      ],
      output: null,
    },
    {
      name: 'modules that are bound to a version of Node',
      code: `FROM node:20 AS build\nWORKDIR /app\nRUN npm install better-sqlite3@12.2.0 && npm cache clean --force\n${node('node:22-slim')}`,
      findings: [
        {
          message:
            'The native parts of these modules were built for Node 20, and this stage has Node 22, which refuses to load them.',
          at: '/app/node_modules',
          severity: 'error',
          offers: [
            {
              title: 'Build on node:22',
              output: `FROM node:22 AS build\nWORKDIR /app\nRUN npm install better-sqlite3@12.2.0 && npm cache clean --force\n${node('node:22-slim')}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'compilers, and the whole folder',
      code: `FROM node:20-bookworm AS build\n${compilers}${npm}FROM dhi.io/node:22-debian13\nWORKDIR /app\nCOPY --from=build /app ./\nCMD ["node", "main.js"]\n`,
      findings: [
        {
          message: 'toolchain',
          at: '/app',
          line: 7,
          severity: 'warning',
          offers: [
            {
              title: 'Build on node:22-bookworm',
              output: `FROM node:22-bookworm AS build\n${compilers}${npm}FROM dhi.io/node:22-debian13\nWORKDIR /app\nCOPY --from=build /app ./\nCMD ["node", "main.js"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
