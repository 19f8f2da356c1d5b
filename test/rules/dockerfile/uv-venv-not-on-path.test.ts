import { uvVenvNotOnPath } from '../../../server/src/rules/dockerfile/venv/uv-venv-not-on-path';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const settings = 'ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_NO_DEV=1\n';
const install = 'RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-editable\n';
const project = `${uv}${settings}WORKDIR /app\nCOPY pyproject.toml uv.lock ./\nCOPY src ./src\n${install}`;
const build = `FROM python:3.12-slim AS build\n${project}`;
const final = 'FROM python:3.12-slim\nCOPY --from=build /app/.venv /app/.venv\nUSER 65532:65532\n';
const single = `FROM python:3.12-slim\n${project}USER 65532:65532\n`;
const title = 'Add ENV PATH="/app/.venv/bin:$PATH"';
const env = 'ENV PATH="/app/.venv/bin:$PATH"\n';
const account = `${build}${final.replace('USER 65532:65532', 'RUN groupadd --system --gid 999 app && useradd --system --uid 999 --gid app app\nUSER 999:999')}`;

ruleTester(uvVenvNotOnPath, {
  valid: [
    { name: 'on PATH', code: `${build}${final}${env}CMD ["uvicorn", "app:app"]\n` },
    {
      name: 'on PATH by a variable, in a stage below',
      code: `${build}FROM python:3.12-slim AS base\nENV VIRTUAL_ENV=/app/.venv\nENV PATH=$VIRTUAL_ENV/bin:$PATH\nFROM base\nCOPY --from=build /app/.venv /app/.venv\nUSER 65532:65532\nCMD ["serve"]\n`,
    },
    { name: 'by its path', code: `${build}${final}CMD ["/app/.venv/bin/uvicorn", "app:app"]\n` },
    {
      name: 'a path from the work dir',
      code: `${build}${final}WORKDIR /app\nCMD [".venv/bin/uvicorn", "app:app"]\n`,
    },
    { name: 'uv run', code: `${single}CMD ["uv", "run", "uvicorn", "app:app"]\n` },
    { name: 'activated', code: `${build}${final}CMD . /app/.venv/bin/activate && exec uvicorn app:app\n` },
    {
      name: 'PATH is set for the command',
      code: `${build}${final}CMD PATH=/app/.venv/bin:$PATH uvicorn app:app\n`,
    },
    {
      name: 'PATH hangs on a variable',
      code: `${build}${final}ARG BIN\nENV PATH="$BIN:$PATH"\nCMD ["uvicorn", "app:app"]\n`,
    },
    {
      name: 'packages for the Python of the image',
      code: `${build}${final}COPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nCMD ["python", "main.py"]\n`,
    },
    {
      name: 'an environment for Poetry, which installs for the Python of the image',
      code: `FROM python:3.12-slim\nENV POETRY_VIRTUALENVS_CREATE=false\nRUN python -m venv /opt/poetry && /opt/poetry/bin/pip install --no-cache-dir poetry==2.0.1\nCOPY pyproject.toml poetry.lock ./\nRUN /opt/poetry/bin/poetry install --no-root\nUSER 65532:65532\nCMD ["python", "main.py"]\n`,
    },
    {
      name: 'a search path of Python',
      code: `${build}${final}ENV PYTHONPATH=/app/.venv/lib/python3.12/site-packages\nCMD ["python", "main.py"]\n`,
    },
    { name: 'programs of the system', code: `${build}${final}CMD ["sleep", "infinity"]\n` },
    {
      name: 'a program that is copied',
      code: `${build}${final}COPY --chmod=755 serve /usr/local/bin/\nCMD ["serve"]\n`,
    },
    {
      name: 'a program that a package may have',
      code: `${build}${final}RUN apt-get update && apt-get install -y --no-install-recommends varnish && rm -rf /var/lib/apt/lists/*\nCMD ["varnishd", "-F"]\n`,
    },
    { name: 'a script that is run', code: `${build}${final}RUN ./setup.sh\nCMD ["uvicorn", "app:app"]\n` },
    {
      name: 'an entry point script',
      code: `${build}${final}COPY --chmod=755 entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["uvicorn", "app:app"]\n`,
    },
    {
      name: 'the environment of another builder',
      code: `${build}FROM python:3.12-slim\nUSER 65532:65532\nCMD ["python", "main.py"]\n`,
    },
    { name: 'a login shell', code: `${build}${final}SHELL ["/bin/bash", "-lc"]\nCMD uvicorn app:app\n` },
    {
      name: 'two environments',
      code: `${build}${final}COPY --from=build /app/.venv /opt/venv\nCMD ["uvicorn", "app:app"]\n`,
    },
    {
      name: "the system's folder as an environment",
      code: `FROM python:3.12-slim\nENV UV_PROJECT_ENVIRONMENT=/usr/local\n${project}USER 65532:65532\nCMD ["uvicorn", "app:app"]\n`,
    },
    {
      name: 'an image that nobody described',
      code: `${build}FROM example/app:1.2\nCOPY --from=build /app/.venv /app/.venv\nUSER 65532:65532\nCMD ["uvicorn", "app:app"]\n`,
    },
    { name: 'Python alone', code: `${build}${final}CMD ["python3"]\n` },
    {
      name: 'a heredoc',
      code: `FROM python:3.12-slim\nRUN <<EOF\npython -m venv /app/.venv\nln -s /app/.venv/bin/serve /usr/local/bin/serve\nEOF\nUSER 65532:65532\nCMD ["serve"]\n`,
    },
  ],
  invalid: [
    {
      name: 'with an account of the system',
      code: `${account}CMD ["serve"]\n`,
      findings: [
        { message: 'program', at: '"serve"', offers: [{ title, output: `${account}${env}CMD ["serve"]\n` }] },
      ],
      output: null,
    },
    {
      name: 'copied; the Python of the image would start',
      code: `${build}${final}CMD ["python", "main.py"]\n`,
      findings: [
        {
          message:
            'PATH lacks /app/.venv/bin, so this is the Python of the image, which sees nothing of what the environment holds.',
          at: '"python"',
          offers: [{ title, output: `${build}${final}${env}CMD ["python", "main.py"]\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'in one stage; a program of the project',
      code: `${single}CMD ["serve", "--port", "8000"]\n`,
      findings: [
        {
          message: 'PATH lacks /app/.venv/bin, so this is not found where the environment has it.',
          at: '"serve"',
          offers: [{ title, output: `${single}${env}CMD ["serve", "--port", "8000"]\n` }],
        },
      ],
      output: null,
    },
    {
      name: 'shell form, after a migration; other folders on PATH; packages of the system',
      code: `${build}${final.replace('USER', 'ENV PATH=/opt/tools/bin:$PATH\nRUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*\nUSER')}CMD alembic upgrade head && exec uvicorn app:app\n`,
      findings: [
        {
          message: 'program',
          at: 'alembic',
          offers: [
            {
              title,
              output: `${build}${final.replace('USER', 'ENV PATH=/opt/tools/bin:$PATH\nRUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*\nUSER')}${env}CMD alembic upgrade head && exec uvicorn app:app\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'behind tini; the environment of venv',
      code: `FROM python:3.12-slim\nRUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir gunicorn==23.0.0\nUSER 65532:65532\nENTRYPOINT ["tini", "-g", "--", "gunicorn"]\nCMD ["app:app"]\n`,
      findings: [
        {
          message: 'program',
          at: '"gunicorn"',
          offers: [
            {
              title: 'Add ENV PATH="/opt/venv/bin:$PATH"',
              output: `FROM python:3.12-slim\nRUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir gunicorn==23.0.0\nUSER 65532:65532\nENV PATH="/opt/venv/bin:$PATH"\nENTRYPOINT ["tini", "-g", "--", "gunicorn"]\nCMD ["app:app"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
