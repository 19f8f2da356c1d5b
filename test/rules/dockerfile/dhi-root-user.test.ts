import { dhiRootUser } from '../../../server/src/rules/dockerfile/hardened-runtime/dhi-root-user';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM dhi.io/python:3.13-debian13\n';

ruleTester(dhiRootUser, {
  valid: [
    `${base}CMD ["python3", "app.py"]\n`,
    {
      name: 'switched back',
      code: 'FROM dhi.io/postgres:18-debian13\nUSER root\nRUN mkdir /a\nUSER postgres\n',
    },
    {
      name: 'a runtime variant that is root anyway: user-root',
      code: 'FROM dhi.io/docker:29-cli\nUSER root\n',
    },
    { name: 'a build variant: dhi-dev-in-final', code: 'FROM dhi.io/python:3.13-debian13-dev\nUSER root\n' },
    { name: 'no hardened image: user-switched-to-root', code: 'FROM memcached:1.6\nUSER root\n' },
    { name: 'a builder', code: `FROM dhi.io/python:3.13-debian13 AS b\nUSER root\n${base}` },
    { name: 'a variable without a value', code: `${base}ARG U\nUSER $U\n` },
    { name: 'a tag without a value', code: 'ARG TAG\nFROM dhi.io/python:${TAG}\nUSER root\n' },
    { name: 'in a heredoc', code: `${base}COPY <<EOF /x\nUSER root\nEOF\n` },
  ],
  invalid: [
    {
      code: `${base}USER root\nCOPY a.py /app/\nCMD ["python3", "/app/a.py"]\n`,
      findings: [
        {
          message:
            'dhi.io/python:3.13-debian13 runs as nonroot; this USER makes the container run as root, which the hardening was to prevent. What needs root belongs into a build stage.',
          at: 'root',
          severity: 'warning',
          offers: [
            {
              title: 'Remove USER root',
              output: `${base}COPY a.py /app/\nCMD ["python3", "/app/a.py"]\n`,
            },
            {
              title: 'Switch back by USER nonroot',
              output: `${base}USER root\nCOPY a.py /app/\nUSER nonroot\nCMD ["python3", "/app/a.py"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a command needs root: only the switch back',
      code: 'FROM dhi.io/postgres:18-debian13\nUSER 0:0\nRUN mkdir /a\n',
      findings: [
        {
          message: 'base',
          at: '0',
          offers: [
            {
              title: 'Switch back by USER postgres',
              output: 'FROM dhi.io/postgres:18-debian13\nUSER 0:0\nRUN mkdir /a\nUSER postgres\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'by number, in a stage below, on a mirror',
      code: 'FROM acme/dhi-node:24-debian13 AS base\nUSER 0\nFROM base\nCMD ["server.js"]\n',
      findings: [
        {
          message: 'base',
          at: '0',
          line: 1,
          offers: [
            {
              title: 'Remove USER 0',
              output: 'FROM acme/dhi-node:24-debian13 AS base\nFROM base\nCMD ["server.js"]\n',
            },
            {
              title: 'Switch back by USER node',
              output:
                'FROM acme/dhi-node:24-debian13 AS base\nUSER 0\nFROM base\nCMD ["server.js"]\nUSER node\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'root for a port that nobody else may open',
      code: `${base}USER root\nEXPOSE 80\nCMD ["python3"]\n`,
      findings: [
        {
          message: 'base',
          at: 'root',
        },
      ],
      output: null,
    },
    {
      name: 'back by number, where a name would be a fault',
      code: 'FROM dhi.io/python:3.13-debian13\nUSER root\nCOPY a.py /app/\n',
      settings: { profile: 'strict' },
      findings: [
        {
          message: 'base',
          at: 'root',
          offers: [
            {
              title: 'Remove USER root',
              output: 'FROM dhi.io/python:3.13-debian13\nCOPY a.py /app/\n',
            },
            {
              title: 'Switch back by USER 65532 (nonroot)',
              output: 'FROM dhi.io/python:3.13-debian13\nUSER root\nCOPY a.py /app/\nUSER 65532\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
