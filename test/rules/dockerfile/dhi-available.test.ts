import { dhiAvailable } from '../../../server/src/rules/dockerfile/hardened/dhi-available';
import { ruleTester } from '../../support/rule-tester';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const venv =
  'WORKDIR /app\nRUN python -m venv /app/venv && /app/venv/bin/pip install --no-cache-dir flask==3.1.0\n';
const rest =
  'COPY --from=b /app/venv /app/venv\nUSER 65532:65532\nCMD ["/app/venv/bin/python", "-m", "flask", "run"]\n';

ruleTester(dhiAvailable, {
  valid: [
    'FROM dhi.io/python:3.13-debian13\n',
    { name: 'no image at all', code: 'FROM scratch\nCOPY a /a\n' },
    { name: 'nothing of this release line', code: 'FROM python:3.7-slim\n' },
    { name: 'an image without a counterpart', code: 'FROM registry.example.com/base:1\n' },
    { name: 'a variable without a value', code: 'ARG TAG\nFROM python:${TAG}\n' },
    {
      name: 'a build context of that name',
      code: 'FROM python:3.13\n',
      around: { namedContexts: ['python:3.13'] },
    },
    { name: 'an image for Windows', code: 'FROM golang:1.26-windowsservercore\n' },
    { name: 'what docker-cli-image says', code: 'FROM docker:29-cli\nCMD ["docker", "ps"]\n' },
    {
      name: 'what dhi-mixed-bases says',
      code: 'FROM golang:1.26 AS b\nFROM dhi.io/static:20250419-debian13\nCMD ["/a"]\n',
    },
    { name: 'what is copied from', code: 'FROM example/base:1\nCOPY --from=python:3.13 /a /a\n' },
    { name: 'in a heredoc', code: 'FROM example/base:1\nCOPY <<EOF /Dockerfile\nFROM python:3.13\nEOF\n' },
  ],
  invalid: [
    {
      code: 'FROM python:3.12-slim\nCOPY a.py /app/\nUSER 65532:65532\nCMD ["python3", "/app/a.py"]\n',
      findings: [
        {
          message:
            'python:3.12-slim has a hardened counterpart. For what ships take dhi.io/python:3.12-debian13.',
          at: 'python:3.12-slim',
          severity: 'hint',
          offers: [
            {
              title: 'Change to dhi.io/python:3.12-debian13',
              output:
                'FROM dhi.io/python:3.12-debian13\nCOPY a.py /app/\nUSER 65532:65532\nCMD ["python3", "/app/a.py"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'both roles, one version and distribution, the version in a variable',
      code: `ARG V=3.12\nFROM python:\${V}-bookworm AS b\n${venv}FROM python:\${V}-slim-bookworm\n${rest}`,
      findings: [
        {
          message:
            'python:3.12-bookworm has a hardened counterpart. To build take dhi.io/python:3.12-debian12-dev.',
          at: 'python:${V}-bookworm',
          offers: [
            {
              title: 'Change to dhi.io/python:3.12-debian12-dev, in 2 places',
              output: `ARG V=3.12\nFROM dhi.io/python:\${V}-debian12-dev AS b\n${venv}FROM dhi.io/python:\${V}-debian12\n${rest}`,
            },
          ],
        },
        {
          message: 'runtime',
          at: 'python:${V}-slim-bookworm',
          offers: [
            {
              title: 'Change to dhi.io/python:3.12-debian12, in 2 places',
              output: `ARG V=3.12\nFROM dhi.io/python:\${V}-debian12-dev AS b\n${venv}FROM dhi.io/python:\${V}-debian12\n${rest}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'one, or all; what else changes is in the title',
      code: 'FROM node:24-bullseye AS b\nWORKDIR /s\nRUN npm -v > v\nFROM eclipse-temurin:21-jdk\nCOPY --from=b /s/v /v\nUSER 65532\nCMD ["java", "-version"]\n',
      findings: [
        {
          message: 'build',
          at: 'node:24-bullseye',
          offers: [
            {
              title: 'Change to dhi.io/node:24-debian13-dev (debian13 instead of bullseye)',
              output:
                'FROM dhi.io/node:24-debian13-dev AS b\nWORKDIR /s\nRUN npm -v > v\nFROM eclipse-temurin:21-jdk\nCOPY --from=b /s/v /v\nUSER 65532\nCMD ["java", "-version"]\n',
            },
            {
              title:
                'Change all 2 images to hardened ones (debian13 instead of bullseye, JRE instead of JDK)',
              output:
                'FROM dhi.io/node:24-debian13-dev AS b\nWORKDIR /s\nRUN npm -v > v\nFROM dhi.io/eclipse-temurin:21-debian13\nCOPY --from=b /s/v /v\nUSER 65532\nCMD ["java", "-version"]\n',
            },
          ],
        },
        {
          message:
            'eclipse-temurin:21-jdk has a hardened counterpart. It holds a JRE and no JDK: compile in a build stage. For what ships take dhi.io/eclipse-temurin:21-debian13.',
          at: 'eclipse-temurin:21-jdk',
          offers: [
            {
              title: 'Change to dhi.io/eclipse-temurin:21-debian13 (JRE instead of JDK)',
              output:
                'FROM node:24-bullseye AS b\nWORKDIR /s\nRUN npm -v > v\nFROM dhi.io/eclipse-temurin:21-debian13\nCOPY --from=b /s/v /v\nUSER 65532\nCMD ["java", "-version"]\n',
            },
            {
              title:
                'Change all 2 images to hardened ones (debian13 instead of bullseye, JRE instead of JDK)',
              output:
                'FROM dhi.io/node:24-debian13-dev AS b\nWORKDIR /s\nRUN npm -v > v\nFROM dhi.io/eclipse-temurin:21-debian13\nCOPY --from=b /s/v /v\nUSER 65532\nCMD ["java", "-version"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'what is copied from the same image goes with it',
      code: 'FROM node:24 AS b\nRUN npm -v\nFROM example/base:1\nCOPY --from=node:24 /etc/os-release /a\n',
      findings: [
        {
          message: 'build',
          at: 'node:24',
          offers: [
            {
              title: 'Change to dhi.io/node:24-debian13-dev',
              output:
                'FROM dhi.io/node:24-debian13-dev AS b\nRUN npm -v\nFROM example/base:1\nCOPY --from=dhi.io/node:24-debian13-dev /etc/os-release /a\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'commands of a stage that ships, which must be split first',
      code: 'FROM python:3.12-slim\nRUN pip install --no-cache-dir flask\nUSER 65532\nCMD ["python3"]\n',
      findings: [
        {
          message:
            'python:3.12-slim has a hardened counterpart. The commands that this stage runs belong into a stage of their own. For what ships take dhi.io/python:3.12-debian13.',
          at: 'python:3.12-slim',
        },
      ],
      output: null,
    },
    {
      name: 'one base for what builds and what ships',
      code: 'FROM node:24-alpine AS base\nFROM base AS build\nRUN npm -v\nFROM base\nCOPY --from=build /a /a\nUSER node\nCMD ["node", "/a"]\n',
      findings: [
        {
          message:
            'node:24-alpine has a hardened counterpart. Stages that run commands on it take dhi.io/node:24-alpine3.24-dev. For what ships take dhi.io/node:24-alpine3.24.',
          at: 'node:24-alpine',
        },
      ],
      output: null,
    },
    {
      name: 'what would not start: a shell, a user, a path, a port',
      code: 'FROM python:3.12 AS a\nUSER 1\nHEALTHCHECK CMD python3 -V\nFROM node:24 AS b\nUSER www-data\nFROM nginx:1.30 AS c\nUSER 1\nCMD ["nginx", "-g", "daemon off;"]\n',
      around: { targets: ['a', 'b', 'c'] },
      findings: [
        { message: 'runtime', at: 'python:3.12' },
        { message: 'runtime', at: 'node:24' },
        { message: 'runtime', at: 'nginx:1.30' },
      ],
      output: null,
    },
    {
      name: 'a package manager that the counterpart has not; a digest, which holds the old image',
      code: `FROM tomcat:9-jdk8 AS z\nRUN id\nFROM memcached:1.6@${digest}\nUSER 1\n`,
      findings: [{ message: 'runtime', at: `memcached:1.6@${digest}` }],
      output: null,
    },
  ],
});
