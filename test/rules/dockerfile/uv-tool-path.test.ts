import { uvToolPath } from '../../../server/src/rules/dockerfile/uv/uv-tool-path';
import { ruleTester } from '../../support/rule-tester';

const uv = 'COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\n';
const base = `FROM python:3.14-slim AS build\n${uv}`;
const install = 'RUN uv tool install --no-cache cowsay==6.1\n';

ruleTester(uvToolPath, {
  valid: [
    `${base}ENV PATH=/root/.local/bin:$PATH\n${install}`,
    { name: 'set afterwards', code: `${base}${install}ENV PATH="/root/.local/bin:$PATH"\n` },
    `${base}ENV UV_TOOL_BIN_DIR=/opt/bin\n${install}`,
    `${base}${install.replace('uv tool', 'UV_TOOL_BIN_DIR=/usr/local/bin uv tool')}`,
    {
      name: "uv's image on a distribution",
      code: `FROM ghcr.io/astral-sh/uv:0.9-python3.14-alpine\n${install}`,
    },
    { name: 'an image that nobody described', code: `FROM registry.example.com/uv:1\n${install}` },
    { name: 'an image by a variable without a value', code: `ARG BASE\nFROM $BASE\n${install}` },
    {
      name: 'a builder whose folder is copied',
      code: `${base}${install}FROM python:3.14-slim\nCOPY --from=build /root/.local /root/.local\n`,
    },
    {
      name: 'called where it is',
      code: `${base}RUN <<EOF\nuv tool install poetry\n~/.local/bin/poetry install\nEOF\n`,
    },
    `${base}RUN uvx ruff check . && uv tool run cowsay\nONBUILD ${install}`,
  ],
  invalid: [
    {
      code: `${base}${install}CMD ["cowsay", "-t", "hello"]\n`,
      findings: [
        {
          message: 'base',
          at: 'uv tool install',
          offers: [
            {
              title: 'Add ENV UV_TOOL_BIN_DIR=/usr/local/bin',
              output: `${base}ENV UV_TOOL_BIN_DIR=/usr/local/bin\n${install}CMD ["cowsay", "-t", "hello"]\n`,
            },
            {
              title: 'Add ENV PATH="/root/.local/bin:$PATH"',
              output: `${base}ENV PATH="/root/.local/bin:$PATH"\n${install}CMD ["cowsay", "-t", "hello"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'another user, whose home is known',
      code: `${base}USER 1000\nENV HOME=/home/app\n${install}${install}`,
      findings: [
        {
          message:
            'The tool goes to /home/app/.local/bin, which is not on PATH, so its command is not found. Set UV_TOOL_BIN_DIR, or add the folder to PATH.',
          at: 'uv tool install',
          line: 4,
          offers: [
            {
              title: 'Add ENV PATH="/home/app/.local/bin:$PATH"',
              output: `${base}USER 1000\nENV HOME=/home/app\nENV PATH="/home/app/.local/bin:$PATH"\n${install}${install}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "an old one of uv's images, a user whose home is not known",
      code: `FROM ghcr.io/astral-sh/uv:0.7.2-alpine\nUSER app\n${install}`,
      findings: [{ message: 'base', at: 'uv tool install' }],
      output: null,
    },
    {
      name: 'in a heredoc, and the tool is called by its name',
      code: `${base}RUN <<EOF\nset -e\nuv tool install --no-cache cowsay\ncowsay -t hello\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: 'uv tool install',
          offers: [
            {
              title: 'Add ENV UV_TOOL_BIN_DIR=/usr/local/bin',
              output: `${base}ENV UV_TOOL_BIN_DIR=/usr/local/bin\nRUN <<EOF\nset -e\nuv tool install --no-cache cowsay\ncowsay -t hello\nEOF\n`,
            },
            {
              title: 'Add ENV PATH="/root/.local/bin:$PATH"',
              output: `${base}ENV PATH="/root/.local/bin:$PATH"\nRUN <<EOF\nset -e\nuv tool install --no-cache cowsay\ncowsay -t hello\nEOF\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
