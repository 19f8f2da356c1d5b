import { packageUpdateAlone } from '../../../server/src/rules/dockerfile/packages/package-update-alone';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';
const builder = 'FROM debian:trixie AS build\n';
const final = 'FROM scratch\nCOPY --from=build /a /a\n';
const title = 'Join with the RUN below';

ruleTester(packageUpdateAlone, {
  valid: [
    `${base}RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n`,
    `${base}RUN apt-get update && apt-get upgrade -y && rm -rf /var/lib/apt/lists/*\n`,
    { name: 'a script may install', code: `${base}RUN apt-get update && ./install-dependencies.sh\n` },
    {
      name: 'another program may install',
      code: `${base}RUN apt-get update && npx playwright install --with-deps\n`,
    },
    'FROM alpine:3.22\nRUN apk add --no-cache curl\nRUN apk update && apk add curl\n',
    { name: 'yum update upgrades', code: 'FROM rockylinux:9\nRUN yum update -y\nRUN dnf update -y\n' },
    `${base}RUN <<EOF\napt-get update\napt-get install -y curl\nEOF\n`,
  ],
  invalid: [
    {
      name: 'the lists go too where the layer is shipped',
      code: `${base}RUN apt-get update\n\n# tools\nRUN apt-get install -y --no-install-recommends curl\n`,
      findings: [
        {
          message: 'base',
          at: 'apt-get update',
          offers: [
            {
              title,
              output: `${base}RUN apt-get update \\\n# tools\n    && apt-get install -y --no-install-recommends curl \\\n    && rm -rf /var/lib/apt/lists/*\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'in a builder, over several lines',
      code: `${builder}RUN apt-get clean && \\\n  apt-get update\nRUN apt-get install -y \\\n    curl\n${final}`,
      findings: [
        {
          message: 'base',
          at: 'apt-get update',
          offers: [
            {
              title,
              output: `${builder}RUN apt-get clean && \\\n  apt-get update \\\n  && apt-get install -y \\\n    curl\n${final}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'apk',
      code: 'FROM alpine:3.22 AS build\nRUN apk update\nRUN apk add git\nFROM scratch\nCOPY --from=build /a /a\n',
      findings: [
        {
          message: 'base',
          at: 'apk update',
          offers: [
            {
              title,
              output:
                'FROM alpine:3.22 AS build\nRUN apk update \\\n    && apk add git\nFROM scratch\nCOPY --from=build /a /a\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'nothing to join with: an instruction between, a mount, a branch, another manager, a trigger',
      code: [
        builder.trim(),
        'RUN apt-get update',
        'COPY a /a',
        'RUN apt-get install -y a',
        'RUN apt update -qq',
        'RUN --mount=type=cache,target=/var/cache/apt apt-get install -y b',
        'RUN apt-get update',
        'RUN apt-get install -y c || true',
        'RUN dnf makecache',
        'RUN apt-get install -y d',
        'ONBUILD RUN apt-get update',
        final,
      ].join('\n'),
      findings: [
        { message: 'base', at: 'apt-get update', line: 1 },
        { message: 'base', at: 'apt update', line: 4 },
        { message: 'base', at: 'apt-get update', line: 6 },
        { message: 'base', at: 'dnf makecache' },
        { message: 'base', at: 'apt-get update', line: 10 },
      ],
      output: null,
    },
    {
      name: 'a later stage works from the lists',
      code: `${base.trim()} AS base\nRUN apt-get update\nRUN apt-get install -y a\nFROM base\nRUN apt-get install -y b\n`,
      findings: [{ message: 'base', at: 'apt-get update' }],
      output: null,
    },
    {
      name: 'in a heredoc',
      code: `${builder}RUN <<EOF\nset -e\napt-get update\nEOF\n${final}`,
      findings: [{ message: 'base', at: 'apt-get update' }],
      output: null,
    },
  ],
});
