import { dhiPackageManagerMissing } from '../../../server/src/rules/dockerfile/hardened-build/dhi-package-manager-missing';
import { ruleTester } from '../../support/rule-tester';

const end = 'FROM dhi.io/static:20250419-debian13\nCOPY --from=b /a /a\nCMD ["/a"]\n';

ruleTester(dhiPackageManagerMissing, {
  valid: [
    `FROM dhi.io/python:3.13-debian13-dev AS b\nRUN apt-get update\n${end}`,
    {
      name: 'runtime variants that have one: an SDK, and the Debian 12 base',
      code: `FROM dhi.io/dotnet:10-sdk AS a\nRUN apt-get update\nFROM dhi.io/debian-base:bookworm AS b\nRUN apt-get update\n${end}`,
    },
    { name: 'an image that nobody knows', code: 'FROM registry.example.com/base:1\nRUN apk add git\n' },
    { name: 'a variable without a value', code: 'ARG TAG\nFROM dhi.io/golang:${TAG}\nRUN apk add git\n' },
    {
      name: 'only where it is found',
      code: 'FROM dhi.io/golang:1.26-debian13\nRUN if command -v apk; then apk add git; fi\nRUN which apk && apk add git\n',
    },
    {
      name: 'one that was copied in, or fetched',
      code: 'FROM dhi.io/nginx:1.30-alpine3.24 AS a\nCOPY --from=alpine:3.22 /sbin /sbin\nRUN apk add curl\nFROM dhi.io/nginx:1.30-alpine3.24\nUSER 0\nRUN wget -O /tmp/a https://example.com/apk.static\nRUN apk add curl\nUSER nginx\n',
    },
    {
      name: 'a heredoc for another program, and what is only printed',
      code: 'FROM dhi.io/golang:1.26-debian13\nRUN <<EOF\n#!/usr/bin/env python3\napt-get\nEOF\nRUN echo apt-get\n',
    },
  ],
  invalid: [
    {
      name: 'a shell, and no package manager',
      code: `FROM dhi.io/golang:1.26-debian13 AS b\nRUN apt-get update && apt-get install -y git\n${end}`,
      findings: [
        {
          message:
            'dhi.io/golang:1.26-debian13 has no package manager, so "apt-get" is not found and the build fails. Install in a stage on a build variant, and copy what is needed.',
          at: 'apt-get',
          severity: 'error',
          offers: [
            {
              title: 'Change the stage\'s image to the build variant "1.26-debian13-dev"',
              output: `FROM dhi.io/golang:1.26-debian13-dev AS b\nRUN apt-get update && apt-get install -y git\n${end}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'neither a shell nor a package manager, in the last stage',
      code: 'FROM dhi.io/python:3.13-debian13\nRUN --mount=type=cache,target=/x \\\n    apt-get update\n',
      findings: [
        {
          message:
            'dhi.io/python:3.13-debian13 has neither a shell nor a package manager, so this RUN cannot start and the build fails. Install in a stage on a build variant, and copy what is needed.',
          at: 'apt-get',
        },
      ],
      output: null,
    },
    {
      name: 'exec form, in a build variant without one, in a stage on a stage',
      code: 'FROM dhi.io/gradle:9-jdk21-debian13-dev AS a\nRUN ["apt-get", "update"]\nFROM a AS c\nRUN <<EOF\nset -e\napt-get update\nEOF\nFROM dhi.io/static:20250419-debian13\nCOPY --from=c /a /a\nCMD ["/a"]\n',
      findings: [
        { message: 'none', at: '"apt-get"' },
        { message: 'none', at: 'apt-get', line: 5 },
      ],
      output: null,
    },
    {
      name: "another distribution's",
      code: `FROM dhi.io/python:3.13-debian13-dev AS b\nRUN apk add --no-cache gcc\n${end}`,
      findings: [
        {
          message:
            'dhi.io/python:3.13-debian13-dev has apt and no "apk", so the build fails. Packages may have other names there.',
          at: 'apk',
        },
      ],
      output: null,
    },
    {
      name: 'a mirror',
      code: `FROM docker.io/acme/dhi-postgres:18-debian13 AS b\nRUN apt-get update\n${end}`,
      findings: [
        {
          message: 'none',
          at: 'apt-get',
          offers: [
            {
              title: 'Change the stage\'s image to the build variant "18-debian13-dev"',
              output: `FROM docker.io/acme/dhi-postgres:18-debian13-dev AS b\nRUN apt-get update\n${end}`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
