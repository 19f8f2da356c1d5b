import { dhiShellFormCommand } from '../../../server/src/rules/dockerfile/hardened-runtime/dhi-shell-form-command';
import { ruleTester } from '../../support/rule-tester';

const python = 'FROM dhi.io/python:3.13-debian13\n';
const scripts = {
  files: ['entrypoint.sh', 'start.py', 'app/run.sh'],
  texts: {
    'entrypoint.sh': '#!/bin/sh\nexec "$@"\n',
    'start.py': '#!/usr/bin/env python3\n',
    'app/run.sh': '#!/usr/bin/env bash\necho\n',
  },
  executable: { 'entrypoint.sh': true, 'start.py': true, 'app/run.sh': true },
};

ruleTester(dhiShellFormCommand, {
  valid: [
    `${python}CMD ["python3", "app.py"]\n`,
    {
      name: 'runtime variants that have a shell, and nginx on Alpine',
      code: 'FROM dhi.io/golang:1.26-debian13 AS a\nCMD go version\nFROM dhi.io/nginx:1.30-alpine3.24 AS b\nENTRYPOINT nginx\nFROM dhi.io/postgres:18-debian13\nHEALTHCHECK CMD pg_isready || exit 1\n',
      around: { targets: ['a', 'b'] },
    },
    { name: 'a builder', code: `FROM dhi.io/python:3.13-debian13 AS b\nCMD python3 app.py\n${python}` },
    { name: 'an image that nobody knows', code: 'FROM registry.example.com/base:1\nCMD run it\n' },
    { name: 'a variable without a value', code: 'ARG TAG\nFROM dhi.io/python:${TAG}\nCMD python3 app.py\n' },
    {
      name: 'a shell that was copied in, or is named by SHELL',
      code: `FROM dhi.io/python:3.13-debian13 AS a\nCOPY --from=busybox:1 /bin/sh /bin/sh\nCMD python3 app.py\nFROM scratch\nCOPY sh /sh\nSHELL ["/sh", "-c"]\nCMD ./app\n`,
      around: { targets: ['a'] },
    },
    {
      name: 'an ENTRYPOINT of the image gets the words: dhi-entrypoint-differs',
      code: "FROM dhi.io/nginx:1.30-debian13\nCMD nginx -g 'daemon off;'\n",
    },
    {
      name: 'scripts for another interpreter, scripts that nobody read, and scripts that were built',
      code: `FROM dhi.io/python:3.13-debian13-dev AS b\nFROM dhi.io/python:3.13-debian13 AS one\nCOPY start.py /\nENTRYPOINT ["/start.py"]\n${python}COPY --from=b /entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\n`,
      around: { ...scripts, targets: ['one'] },
    },
    { name: 'a check that is switched off', code: `${python}HEALTHCHECK NONE\nCMD ["python3"]\n` },
    {
      name: 'overridden by a stage above',
      code: `${python.trimEnd()} AS base\nCMD python3 app.py\nFROM base\nCMD ["python3"]\n`,
    },
    {
      name: 'quotes that make it shell form: exec-form-quotes',
      code: `${python}CMD ['python3', 'app.py']\n`,
    },
  ],
  invalid: [
    {
      code: `${python}CMD python3 app.py --name="a b"\n`,
      findings: [
        {
          message:
            'dhi.io/python:3.13-debian13 has no shell, and this CMD needs one: the container cannot start. Write it as a JSON array.',
          at: 'python3 app.py --name="a b"',
          severity: 'error',
        },
      ],
      output: `${python}CMD ["python3", "app.py", "--name=a b"]\n`,
    },
    {
      name: 'what only a shell can do stays, and only the first line is marked',
      code: `${python}ENV A=1\nENTRYPOINT python3 app.py $A \\\n    --more\n`,
      findings: [{ message: 'base', at: 'python3 app.py $A' }],
      output: null,
    },
    {
      name: 'exec goes with it, over lines',
      code: `FROM scratch\nUSER 1000\nCOPY app /app\nENTRYPOINT exec /app \\\n    # why\n    --fast\n`,
      findings: [{ message: 'base', at: 'exec /app' }],
      output: `FROM scratch\nUSER 1000\nCOPY app /app\nENTRYPOINT ["/app", \\\n    # why\n    "--fast"]\n`,
    },
    {
      name: 'the shell by its name',
      code: `${python}CMD ["/bin/sh", "-c", "exec python3 app.py"]\n`,
      findings: [
        {
          message:
            'dhi.io/python:3.13-debian13 has no "/bin/sh", so the container cannot start. Start the program itself.',
          at: '"/bin/sh"',
        },
      ],
      output: `${python}CMD ["python3", "app.py"]\n`,
    },
    {
      name: 'the shell by its name, where it is needed; behind an init; in a stage on a stage',
      code: 'FROM dhi.io/redis:8-debian13 AS base\nCMD ["bash", "-c", "redis-server --port $PORT"]\nFROM base\n',
      findings: [{ message: 'named', at: '"bash"' }],
      output: null,
    },
    {
      name: 'a CMD that an ENTRYPOINT gets',
      code: `${python}ENTRYPOINT ["python3"]\nCMD app.py -v\n`,
      findings: [
        {
          message: 'argument',
          at: 'app.py -v',
          offers: [
            {
              title: 'Write CMD as a JSON array',
              output: `${python}ENTRYPOINT ["python3"]\nCMD ["app.py", "-v"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a script of the context, by name, in a folder, and from a heredoc',
      code: `FROM dhi.io/python:3.13-debian13 AS one\nCOPY entrypoint.sh /usr/local/bin/\nENTRYPOINT ["/usr/local/bin/entrypoint.sh"]\nFROM dhi.io/node:24-debian13 AS two\nWORKDIR /srv\nCOPY app .\nCMD ["./run.sh"]\n${python}COPY --chmod=755 <<EOF /go\n#!/bin/bash\nid\nEOF\nENTRYPOINT ["/go"]\n`,
      around: { ...scripts, targets: ['one', 'two'] },
      findings: [
        {
          message:
            '"entrypoint.sh" is a script for sh, which dhi.io/python:3.13-debian13 does not have: the container cannot start. Start the program itself, and do in the build what the script does.',
          at: '"/usr/local/bin/entrypoint.sh"',
        },
        { message: 'script', at: '"./run.sh"' },
        { message: 'script', at: '"/go"' },
      ],
      output: null,
    },
    {
      name: 'an array would not help where a shell reads the script',
      code: `${python}COPY entrypoint.sh /\nENTRYPOINT /entrypoint.sh\n`,
      around: scripts,
      findings: [{ message: 'base', at: '/entrypoint.sh' }],
      output: null,
    },
    {
      name: 'a health check',
      code: `${python}HEALTHCHECK --interval=5s CMD python3 /check.py\nCMD ["python3"]\n`,
      findings: [
        {
          message:
            'dhi.io/python:3.13-debian13 has no shell, and this check needs one: it fails each time, and the container counts as unhealthy. Write it as a JSON array.',
          at: 'python3 /check.py',
        },
      ],
      output: `${python}HEALTHCHECK --interval=5s CMD ["python3", "/check.py"]\nCMD ["python3"]\n`,
    },
    {
      name: 'a health check by a tool that is missing as well, and by a shell',
      code: `FROM dhi.io/node:24-debian13 AS one\nHEALTHCHECK CMD curl -f http://localhost:3000/\nFROM dhi.io/node:24-debian13\nHEALTHCHECK CMD ["sh", "-c", "node check.js"]\n`,
      around: { targets: ['one'] },
      findings: [
        { message: 'check', at: 'curl -f http://localhost:3000/' },
        { message: 'checkNamed', at: '"sh"' },
      ],
      output: null,
    },
  ],
});
