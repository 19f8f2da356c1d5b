import { dhiMixedBases } from '../../../server/src/rules/dockerfile/hardened/dhi-mixed-bases';
import { ruleTester } from '../../support/rule-tester';

ruleTester(dhiMixedBases, {
  valid: [
    'FROM dhi.io/golang:1.26-debian13-dev AS b\nFROM dhi.io/static:20250419-debian13\nCMD ["/a"]\n',
    { name: 'none is hardened', code: 'FROM golang:1.26 AS b\nFROM debian:trixie\n' },
    {
      name: 'scratch holds nothing',
      code: 'FROM dhi.io/golang:1.26-debian13-dev AS b\nFROM scratch\nCMD ["/a"]\n',
    },
    {
      name: 'an image that has no counterpart',
      code: 'FROM example/tool:1 AS b\nFROM dhi.io/python:3.13-debian13\n',
    },
    { name: 'a variable without a value', code: 'ARG I\nFROM ${I} AS b\nFROM dhi.io/python:3.13-debian13\n' },
    {
      name: 'what is copied from',
      code: 'FROM dhi.io/python:3.13-debian13\nCOPY --from=busybox:1 /bin/true /true\n',
    },
    {
      name: 'in a heredoc',
      code: 'FROM dhi.io/python:3.13-dev AS b\nRUN <<EOF\nFROM golang:1.26\nEOF\nFROM dhi.io/python:3.13\n',
    },
  ],
  invalid: [
    {
      code: 'FROM golang:1.26-alpine AS build\nRUN CGO_ENABLED=0 go build -o /out/app .\nFROM dhi.io/static:20250419-debian13\nCOPY --from=build /out/app /app\nCMD ["/app"]\n',
      findings: [
        {
          message:
            'Other stages stand on hardened images, and this one builds with golang:1.26-alpine: other versions of its tools and libraries reach what ships. Take its counterpart dhi.io/golang:1.26-alpine3.24-dev.',
          at: 'golang:1.26-alpine',
          severity: 'info',
          offers: [
            {
              title: 'Change to dhi.io/golang:1.26-alpine3.24-dev',
              output:
                'FROM dhi.io/golang:1.26-alpine3.24-dev AS build\nRUN CGO_ENABLED=0 go build -o /out/app .\nFROM dhi.io/static:20250419-debian13\nCOPY --from=build /out/app /app\nCMD ["/app"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'what ships is not',
      code: 'FROM dhi.io/node:24-debian13-dev AS build\nRUN npm -v\nFROM node:24-trixie-slim\nCOPY --from=build /s /s\nUSER node\nCMD ["node", "/s/a.js"]\n',
      findings: [
        {
          message: 'runtime',
          at: 'node:24-trixie-slim',
          offers: [
            {
              title: 'Change to dhi.io/node:24-debian13',
              output:
                'FROM dhi.io/node:24-debian13-dev AS build\nRUN npm -v\nFROM dhi.io/node:24-debian13\nCOPY --from=build /s /s\nUSER node\nCMD ["node", "/s/a.js"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'what ships runs commands, and is split first',
      code: 'FROM dhi.io/node:24-debian13-dev AS build\nRUN npm -v\nFROM node:24-trixie-slim\nRUN node -v\nUSER node\n',
      findings: [{ message: 'runtime', at: 'node:24-trixie-slim' }],
      output: null,
    },
    {
      name: 'two of them, one of which a stage stands on',
      code: 'FROM python:3.13 AS one\nFROM one AS two\nRUN python3 -V\nFROM dhi.io/python:3.13-debian13\nCMD ["python3"]\n',
      findings: [
        {
          message: 'build',
          at: 'python:3.13',
          offers: [
            {
              title: 'Change to dhi.io/python:3.13-debian13-dev',
              output:
                'FROM dhi.io/python:3.13-debian13-dev AS one\nFROM one AS two\nRUN python3 -V\nFROM dhi.io/python:3.13-debian13\nCMD ["python3"]\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
