import { tlsOffUv } from '../../../server/src/rules/dockerfile/transport/tls-off-uv';
import { ruleTester } from '../../support/rule-tester';

ruleTester(tlsOffUv, {
  valid: [
    'FROM python:3.13-slim\nRUN uv sync --locked\n',
    {
      name: 'a mirror on the machine itself',
      code: 'FROM python:3.13-slim\nENV UV_INSECURE_HOST=localhost:3141\nRUN uv sync --allow-insecure-host [::1]:3141\n',
    },
    {
      name: 'a variable without a value',
      code: 'FROM python:3.13-slim\nARG MIRROR\nENV UV_INSECURE_HOST=${MIRROR}\nRUN uv sync --allow-insecure-host=${MIRROR}\n',
    },
    {
      name: 'pip has a rule of its own',
      code: 'FROM python:3.13-slim\nRUN pip install --trusted-host pypi.org uv\n',
    },
    {
      name: 'no host at all',
      code: 'FROM python:3.13-slim\nCOPY <<EOF /etc/uv/uv.toml\nallow-insecure-host = []\n# allow-insecure-host = ["nexus.example.com"]\nEOF\n',
    },
  ],
  invalid: [
    {
      code: 'FROM python:3.13-slim\nRUN uv sync --locked --allow-insecure-host pypi.org\n',
      findings: [
        {
          message:
            '--allow-insecure-host pypi.org makes uv accept any certificate, so whoever sits on the network path can swap what it downloads. Remove it; where the certificate is from a private authority, add that authority to the image instead.',
          at: '--allow-insecure-host pypi.org',
          offers: [
            {
              title: 'Remove --allow-insecure-host pypi.org',
              output: 'FROM python:3.13-slim\nRUN uv sync --locked\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'as pip writes it',
      code: 'FROM python:3.13-slim AS build\nRUN uv pip install --system --trusted-host=pypi.org flask\nFROM python:3.13-slim\nUSER app\n',
      findings: [
        {
          message: 'base',
          at: '--trusted-host=pypi.org',
          offers: [
            {
              title: 'Remove --trusted-host pypi.org',
              output:
                'FROM python:3.13-slim AS build\nRUN uv pip install --system flask\nFROM python:3.13-slim\nUSER app\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'ENV of the old form',
      code: 'FROM python:3.13-slim\nENV UV_INSECURE_HOST nexus.example.com\nRUN uv sync\n',
      findings: [
        {
          message: 'base',
          at: 'UV_INSECURE_HOST nexus.example.com',
          offers: [{ title: 'Remove UV_INSECURE_HOST', output: 'FROM python:3.13-slim\nRUN uv sync\n' }],
        },
      ],
      output: null,
    },
    {
      name: 'for one command',
      code: 'FROM python:3.13-slim\nRUN UV_INSECURE_HOST=nexus.example.com \\\n    uv sync --locked\n',
      findings: [
        {
          message: 'base',
          at: 'UV_INSECURE_HOST=nexus.example.com',
          offers: [
            {
              title: 'Remove UV_INSECURE_HOST',
              output: 'FROM python:3.13-slim\nRUN \\\n    uv sync --locked\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a configuration file',
      code: 'FROM python:3.13-slim\nRUN <<EOF cat > /etc/uv/uv.toml\nallow-insecure-host = ["nexus.example.com:8443"]\nEOF\n',
      findings: [{ message: 'base', at: 'allow-insecure-host = ["nexus.example.com:8443"]' }],
      output: null,
    },
    {
      name: 'uvx',
      code: "FROM python:3.13-slim\nRUN sh -c 'uvx --allow-insecure-host pypi.org ruff check'\n",
      findings: [
        {
          message: 'base',
          at: '--allow-insecure-host pypi.org',
          offers: [
            {
              title: 'Remove --allow-insecure-host pypi.org',
              output: "FROM python:3.13-slim\nRUN sh -c 'uvx ruff check'\n",
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
