import { uvVenvInContext } from '../../../server/src/rules/dockerfile/uv/uv-venv-in-context';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const base = `FROM python:3.14-slim AS build\n${uv}WORKDIR /app\n`;
const sync = 'RUN uv sync --locked --no-dev --no-cache\n';
const files = ['pyproject.toml', 'uv.lock', 'src/a.py'];
const ignore = 'file:///w/.dockerignore';

ruleTester(uvVenvInContext, {
  valid: [
    { name: 'left out', code: `${base}COPY . .\n${sync}`, around: { files, dockerignore: '.git\n.venv\n' } },
    {
      name: 'left out by a pattern',
      code: `${base}COPY . .\n${sync}`,
      around: { files, dockerignore: '**/.*\n' },
    },
    {
      name: 'only what is let in',
      code: `${base}COPY . .\n${sync}`,
      around: { files, dockerignore: '*\n!src\n!uv.lock\n' },
    },
    { name: 'the context is not known', code: `${base}COPY . .\n${sync}` },
    {
      name: 'single files',
      code: `${base}COPY pyproject.toml uv.lock ./\nCOPY src src\n${sync}`,
      around: { files, dockerignore: '' },
    },
    {
      name: 'no project of uv',
      code: `${base}COPY . .\nRUN uv pip install --system -r requirements.txt\n`,
      around: { files, dockerignore: '' },
    },
    {
      name: 'a stage beside it',
      code: `${base}COPY src src\n${sync}FROM node:24 AS web\nCOPY . .\n`,
      around: { files, dockerignore: '' },
    },
    {
      name: 'left out by the copy',
      code: `${base}COPY --exclude=.venv . .\n${sync}`,
      around: { files, dockerignore: '' },
    },
    {
      name: 'a folder by a variable',
      code: `${base}ARG APP\nCOPY $APP .\n${sync}`,
      around: { files, dockerignore: '' },
    },
    {
      name: 'another context',
      code: `${base}COPY . .\n${sync}`,
      around: { files: ['Dockerfile'], dockerignore: '' },
    },
    {
      name: 'a heredoc',
      code: `${base}COPY <<EOF a.txt\na\nEOF\n${sync}`,
      around: { files, dockerignore: '' },
    },
  ],
  invalid: [
    {
      code: `${base}COPY . .\n${sync}`,
      around: { files, dockerignore: '.git' },
      findings: [
        {
          message: 'base',
          at: '.',
          offers: [
            {
              title: 'Add ".venv" to .dockerignore',
              output: `${base}COPY . .\n${sync}`,
              others: { [ignore]: '\n.venv\n' },
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a project in a folder, copied in a stage below',
      code: `FROM python:3.14-slim AS src\nCOPY backend /app\nFROM src\n${uv}WORKDIR /app\n${sync}`,
      around: {
        files: ['backend/pyproject.toml', 'backend/uv.lock', 'compose.yaml'],
        dockerignore: '.venv\n',
      },
      findings: [
        {
          message: 'base',
          at: 'backend',
          offers: [
            {
              title: 'Add "backend/.venv" to .dockerignore',
              output: `FROM python:3.14-slim AS src\nCOPY backend /app\nFROM src\n${uv}WORKDIR /app\n${sync}`,
              others: { [ignore]: 'backend/.venv\n' },
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'no .dockerignore at all',
      code: `${base}COPY ./ /app\n${sync}`,
      around: { files: ['uv.lock'] },
      findings: [
        {
          message: 'base',
          at: './',
          offers: [
            {
              title: 'Create a .dockerignore that leaves .venv out',
              output: `${base}COPY ./ /app\n${sync}`,
              others: {
                [ignore]:
                  '.git\n**/.env\n**/.env.*\n!**/.env.example\n.vscode\n.idea\n**/.venv\n**/venv\n**/__pycache__\n**/*.py[cod]\n**/.pytest_cache\n**/.mypy_cache\n**/.ruff_cache\n.dockerignore\nDockerfile*\ncompose*.y*ml\ndocker-compose*.y*ml\n',
              },
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'one project deep in the context, an exception that lets it back in',
      code: `${base}COPY --link . /app/\nRUN cd services/api && uv sync --locked --no-dev --no-cache\n`,
      around: { files: ['services/api/uv.lock', 'Makefile'], dockerignore: '**/.*\n!services/api/.venv\n' },
      findings: [
        {
          message: 'base',
          at: '.',
          offers: [
            {
              title: 'Add "services/api/.venv" to .dockerignore',
              output: `${base}COPY --link . /app/\nRUN cd services/api && uv sync --locked --no-dev --no-cache\n`,
              others: { [ignore]: 'services/api/.venv\n' },
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
