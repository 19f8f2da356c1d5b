import { healthcheckToolMissing } from '../../../server/src/rules/dockerfile/command/healthcheck-tool-missing';
import { ruleTester } from '../../support/rule-tester';

const curl = 'HEALTHCHECK CMD curl -f http://localhost/ || exit 1\n';

ruleTester(healthcheckToolMissing, {
  valid: [
    `FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\n${curl}`,
    {
      name: 'no shell to call it: dhi-shell-form-command',
      code: 'FROM scratch\nCOPY app /app\nHEALTHCHECK CMD curl -f http://localhost/\n',
    },
    {
      name: 'in a stage below',
      code: `FROM alpine:3.22 AS base\nRUN apk add --no-cache curl\nFROM base\n${curl}`,
    },
    {
      name: 'brought by a copy',
      code: `FROM debian:trixie-slim\nCOPY --from=tools /usr/bin/curl /usr/bin/\n${curl}`,
    },
    { name: 'brought by a script', code: `FROM debian:trixie-slim\nCOPY a.sh /a.sh\nRUN /a.sh\n${curl}` },
    { name: 'packages of a variable', code: `FROM alpine:3.22\nARG P\nRUN apk add --no-cache $P\n${curl}` },
    {
      name: 'what BusyBox has',
      code: 'FROM alpine:3.22\nHEALTHCHECK CMD wget -qO- http://localhost/ && nc -z localhost 80\n',
    },
    { name: 'images that have it', code: `FROM python:3.14\n${curl}` },
    { name: 'an image of which nothing is known', code: `FROM example.com/a:1\n${curl}` },
    {
      name: 'a builder',
      code: `FROM debian:trixie-slim AS b\n${curl}FROM nginx:1.29\nCOPY --from=b /a /a\n`,
    },
    { name: 'none', code: 'FROM scratch\nHEALTHCHECK NONE\n' },
    { name: 'its own program', code: 'FROM scratch\nHEALTHCHECK CMD ["/app", "--health"]\n' },
  ],
  invalid: [
    {
      code: `FROM python:3.14-slim\nRUN pip install --no-cache-dir flask\n${curl}`,
      findings: [{ message: 'base', at: 'curl', severity: 'warning' }],
      output: null,
    },
    {
      name: 'a JSON form in an image without anything',
      code: 'FROM scratch\nCOPY app /app\nHEALTHCHECK --interval=5s CMD ["curl", "-f", "http://localhost/"]\n',
      findings: [{ message: 'base', at: '"curl"' }],
      output: null,
    },
    {
      name: 'wget on Debian, with other packages',
      code: 'FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*\nHEALTHCHECK CMD wget -q --spider http://localhost/\n',
      findings: [{ message: 'base', at: 'wget' }],
      output: null,
    },
    {
      name: 'installed in a builder only',
      code: `FROM node:24-alpine AS build\nRUN apk add --no-cache curl\nFROM node:24-alpine\nCOPY --from=build /app /app\n${curl}`,
      findings: [{ message: 'base', at: 'curl' }],
      output: null,
    },
  ],
});
