import { uvVenvMoved } from '../../../server/src/rules/dockerfile/venv/uv-venv-moved';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const settings = 'ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1\n';
const project = `${uv}${settings}WORKDIR /build\nCOPY pyproject.toml uv.lock ./\nCOPY src ./src\n`;
const install = 'RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-dev --no-editable\n';
const build = `FROM python:3.12-slim AS build\n${project}${install}`;
const final = 'FROM python:3.12-slim\n';
const start = 'USER 65532:65532\nENV PATH="/app/.venv/bin:$PATH"\nCMD ["serve"]\n';
const pip = 'FROM python:3.12-slim AS build\nRUN python -m venv /venv\n';

ruleTester(uvVenvMoved, {
  valid: [
    {
      name: 'to the same place',
      code: `${build}${final}COPY --from=build /build/.venv /build/.venv\n${start}`,
    },
    {
      name: 'with the project, to the same place',
      code: `${build}${final}COPY --from=build /build /build\n${start}`,
    },
    {
      name: 'told to be movable',
      code: `FROM python:3.12-slim AS build\n${project}RUN uv venv --relocatable\n${install}${final}COPY --from=build /build/.venv /app/.venv\n${start}`,
    },
    {
      name: 'told so by a variable',
      code: `FROM python:3.12-slim AS build\n${project}ENV UV_VENV_RELOCATABLE=1\n${install}${final}COPY --from=build /build/.venv /app/.venv\n${start}`,
    },
    {
      name: 'first lines are rewritten',
      code: `${build}RUN sed -i 's#/build#/app#' /build/.venv/bin/*\n${final}COPY --from=build /build/.venv /app/.venv\n${start}`,
    },
    {
      name: 'found by a search',
      code: `${build}RUN find . -name '*.pyc' -delete\n${final}COPY --from=build /build/.venv /app/.venv\n${start}`,
    },
    {
      name: 'a link leads there',
      code: `${build}${final}COPY --from=build /build/.venv /app/.venv\nRUN ln -s /app /build\n${start}`,
    },
    {
      name: 'at both places',
      code: `${build}${final}COPY --from=build /build/.venv /build/.venv\nCOPY --from=build /build/.venv /app/.venv\n${start}`,
    },
    {
      name: 'only a part of it',
      code: `${build}${final}COPY --from=build /build/.venv/lib /app/lib\n${start}`,
    },
    {
      name: 'a work dir that is not known',
      code: `FROM python:3.12-slim AS build\nARG DIR\nWORKDIR $DIR\n${uv}COPY . .\n${install}${final}COPY --from=build /build/.venv /app/.venv\n${start}`,
    },
    {
      name: 'a destination that a variable names',
      code: `${build}${final}ARG DIR\nCOPY --from=build /build/.venv $DIR\n${start}`,
    },
    {
      name: 'an entry point script may do anything',
      code: `${build}${final}COPY --from=build /build/.venv /app/.venv\nCOPY --chmod=755 entrypoint.sh /\nUSER 65532:65532\nENTRYPOINT ["/entrypoint.sh"]\n`,
    },
    {
      name: 'into a builder that ships nothing',
      code: `${build}FROM python:3.12-slim AS other\nCOPY --from=build /build/.venv /app/.venv\n${final}${start}`,
    },
    {
      name: 'a heredoc makes it',
      code: `FROM python:3.12-slim AS build\nRUN <<EOF\nset -e\npython -m venv /venv\nmv /venv /app/.venv\nEOF\n${final}COPY --from=build /venv /app/.venv\n${start}`,
    },
  ],
  invalid: [
    {
      name: 'to another folder',
      code: `${build}${final}COPY --from=build /build/.venv /app/.venv\n${start}`,
      findings: [
        {
          message:
            'The programs of this environment do not start: their first line names /build/.venv/bin/python, and the environment comes to /app/.venv.',
          at: '/app/.venv',
          line: 8,
          severity: 'error',
          offers: [
            {
              title: 'Copy it to /build/.venv, where it was made',
              output: `${build}${final}COPY --from=build /build/.venv /build/.venv\n${start.replace('/app', '/build')}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the folder goes into the destination, whatever its slash',
      code: `${build}${final}WORKDIR /app\nCOPY --from=build /build/.venv ./\nUSER 65532:65532\nCMD ["/app/bin/serve"]\n`,
      findings: [
        {
          message:
            'The programs of this environment do not start: their first line names /build/.venv/bin/python, and the environment comes to /app.',
          at: './',
          severity: 'error',
          offers: [
            {
              title: 'Copy it to /build/.venv, where it was made',
              output: `${build}${final}WORKDIR /app\nCOPY --from=build /build/.venv /build/.venv\nUSER 65532:65532\nCMD ["/build/.venv/bin/serve"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'with the project; nothing to offer',
      code: `${build}${final}COPY --from=build /build /app\n${start}`,
      findings: [{ message: 'base', at: '/build', line: 8, severity: 'error', offers: [] }],
      output: null,
    },
    {
      name: 'Python itself finds it: a note',
      code: `${build}${final}COPY --from=build /build /app\nUSER 65532:65532\nCMD ["/app/.venv/bin/python", "-m", "app"]\n`,
      findings: [{ message: 'base', at: '/build', line: 8, severity: 'info' }],
      output: null,
    },
    {
      name: 'made by venv, over two stages, in shell form',
      code: `${pip}FROM scratch AS files\nCOPY --from=build /venv /venv\n${final}COPY --from=files /venv /opt/venv\nUSER 65532:65532\nCMD exec /opt/venv/bin/gunicorn app:app\n`,
      findings: [
        {
          message: 'base',
          at: '/opt/venv',
          severity: 'error',
          offers: [
            {
              title: 'Copy it to /venv, where it was made',
              output: `${pip}FROM scratch AS files\nCOPY --from=build /venv /venv\n${final}COPY --from=files /venv /venv\nUSER 65532:65532\nCMD exec /venv/bin/gunicorn app:app\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
