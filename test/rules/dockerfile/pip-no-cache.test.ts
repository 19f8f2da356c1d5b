import { pipNoCache } from '../../../server/src/rules/dockerfile/packages/pip-no-cache';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM python:3.14-slim\n';

ruleTester(pipNoCache, {
  valid: [
    `${base}RUN pip install --no-cache-dir flask==3.1\n`,
    `${base}RUN pip --no-cache-dir install flask==3.1\n`,
    { name: 'by ENV', code: `${base}ENV PIP_NO_CACHE_DIR=1\nRUN pip install flask==3.1\n` },
    {
      name: 'by ENV of a stage below',
      code: `FROM python:3.14 AS a\nENV PIP_NO_CACHE_DIR=1\nFROM a\nRUN pip install flask\n`,
    },
    {
      name: 'an image that nothing names may do so by ENV',
      code: 'ARG BASE\nFROM ${BASE} AS a\nFROM a\nRUN pip install flask==3.1\n',
    },
    { name: 'for one command', code: `${base}RUN PIP_NO_CACHE_DIR=off pip install flask==3.1\n` },
    {
      name: 'a cache mount',
      code: `${base}RUN --mount=type=cache,target=/root/.cache/pip pip install flask\n`,
    },
    {
      name: 'a cache mount around',
      code: `${base}RUN --mount=type=cache,target=/root/.cache pip install flask\n`,
    },
    {
      name: 'cleaned',
      code: `${base}RUN pip install flask && pip cache purge\nRUN pip install flask && rm -rf ~/.cache\n`,
    },
    {
      name: 'a builder',
      code: `FROM python:3.14 AS build\nRUN pip wheel -r requirements.txt\nFROM python:3.14-slim\nCOPY --from=build /w /w\n`,
    },
    { name: 'a flag out of a variable', code: `${base}ARG PIP_OPTS\nRUN pip install $PIP_OPTS flask\n` },
    { name: 'a flag that the script sets', code: `${base}RUN f=--no-cache-dir; pip install $f flask\n` },
    {
      name: 'uv has a rule of its own',
      code: `${base}RUN uv pip install --no-cache flask && pip --version\n`,
    },
  ],
  invalid: [
    {
      code: `${base}RUN pip install flask==3.1\n`,
      findings: [{ message: 'base', at: 'pip install', severity: 'info' }],
      output: `${base}RUN pip install --no-cache-dir flask==3.1\n`,
    },
    {
      name: 'as a module, with a version, over lines',
      code: `${base}RUN python3 -m pip install -r requirements.txt \\\n    && pip3.14 install \\\n        flask\n`,
      findings: [
        { message: 'base', at: 'install' },
        { message: 'base', at: 'pip3.14 install' },
      ],
      output: `${base}RUN python3 -m pip install --no-cache-dir -r requirements.txt \\\n    && pip3.14 install --no-cache-dir \\\n        flask\n`,
    },
    {
      name: 'a heredoc',
      code: `${base}RUN <<EOF\npip install flask\nEOF\n`,
      findings: [{ message: 'base', at: 'pip install' }],
      output: `${base}RUN <<EOF\npip install --no-cache-dir flask\nEOF\n`,
    },
    {
      name: 'in a virtual environment, in a loop',
      code: `${base}RUN for each in a b; do /venv/bin/pip install "$each"; done\n`,
      findings: [{ message: 'base', at: '/venv/bin/pip install' }],
      output: `${base}RUN for each in a b; do /venv/bin/pip install --no-cache-dir "$each"; done\n`,
    },
  ],
});
