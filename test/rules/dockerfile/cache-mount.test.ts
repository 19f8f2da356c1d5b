import { cacheMount } from '../../../server/src/rules/dockerfile/packages/cache-mount';
import { ruleTester } from '../../support/rule-tester';

const after = 'FROM scratch\nCOPY --from=build /a /a\n';

ruleTester(cacheMount, {
  valid: [
    `FROM golang:1.25 AS build\nRUN --mount=type=cache,target=/go/pkg/mod go mod download\n${after}`,
    { name: 'a stage that ships', code: 'FROM golang:1.25\nRUN go mod download\n' },
    {
      name: 'a stage that one that ships stands on',
      code: 'FROM node:24 AS base\nRUN npm ci && npm cache clean --force\nFROM base\nUSER node\n',
    },
    {
      name: 'another call is told to keep none',
      code: `FROM alpine:3.22 AS build\nRUN apk upgrade && apk add --no-cache gcc\n${after}`,
    },
    { name: 'told to keep none', code: `FROM alpine:3.22 AS build\nRUN apk add --no-cache gcc\n${after}` },
    {
      name: 'cleaned up',
      code: `FROM debian:trixie AS build\nRUN apt-get update && apt-get install -y --no-install-recommends gcc && rm -rf /var/lib/apt/lists/*\n${after}`,
    },
    {
      name: 'told to keep none by ENV',
      code: `FROM python:3.14 AS build\nENV PIP_NO_CACHE_DIR=1\nRUN pip install -r requirements.txt\n${after}`,
    },
    {
      name: 'a mount that a variable places',
      code: `FROM node:24 AS build\nARG DIR\nRUN --mount=type=cache,target=$DIR npm ci\n${after}`,
    },
    {
      name: 'uv has a rule of its own',
      code: `FROM python:3.14 AS build\nRUN uv tool install ruff\n${after}`,
    },
    {
      name: 'no download, as nothing is fetched',
      code: `FROM alpine:3.22 AS build\nRUN apk add --no-network --virtual .run so:a\n${after}`,
    },
    { name: 'no download', code: `FROM node:24 AS build\nRUN npm run build && go version\n${after}` },
  ],
  invalid: [
    {
      code: `FROM node:24 AS build\nRUN npm ci\n${after}`,
      findings: [
        {
          message: 'base',
          at: 'npm ci',
          severity: 'hint',
          offers: [
            {
              title: 'Mount a cache at /root/.npm',
              output: `FROM node:24 AS build\nRUN --mount=type=cache,target=/root/.npm \\\n    npm ci\n${after}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'what a layer below holds is not fetched again',
      code: `FROM golang:1.25 AS build\nRUN go mod download\nRUN go build -o /a .\nFROM rust:1.90 AS chef\nRUN cargo chef cook --release\nFROM chef AS app\nRUN cargo build --release --locked\n${after}`,
      findings: [
        {
          message: 'base',
          at: 'go mod download',
          offers: [
            {
              title: 'Mount a cache at /go/pkg/mod and /root/.cache/go-build',
              output: `FROM golang:1.25 AS build\nRUN --mount=type=cache,target=/go/pkg/mod \\\n    --mount=type=cache,target=/root/.cache/go-build \\\n    go mod download\nRUN --mount=type=cache,target=/go/pkg/mod \\\n    --mount=type=cache,target=/root/.cache/go-build \\\n    go build -o /a .\nFROM rust:1.90 AS chef\nRUN cargo chef cook --release\nFROM chef AS app\nRUN cargo build --release --locked\n${after}`,
            },
          ],
        },
        {
          message: 'base',
          at: 'cargo chef cook',
          offers: [
            {
              title: 'Mount a cache at /usr/local/cargo/registry and /usr/local/cargo/git/db',
              output: `FROM golang:1.25 AS build\nRUN go mod download\nRUN go build -o /a .\nFROM rust:1.90 AS chef\nRUN --mount=type=cache,target=/usr/local/cargo/registry \\\n    --mount=type=cache,target=/usr/local/cargo/git/db \\\n    cargo chef cook --release\nFROM chef AS app\nRUN --mount=type=cache,target=/usr/local/cargo/registry \\\n    --mount=type=cache,target=/usr/local/cargo/git/db \\\n    cargo build --release --locked\n${after}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'whichever program there is, all by one fix',
      code: `FROM node:24 AS build\nRUN if [ -f yarn.lock ]; then yarn install; else npm ci; fi\n${after}`,
      findings: [
        {
          message: 'base',
          at: 'yarn install',
          offers: [
            {
              title: 'Mount a cache at /usr/local/share/.cache/yarn and /root/.npm',
              output: `FROM node:24 AS build\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn \\\n    --mount=type=cache,target=/root/.npm \\\n    if [ -f yarn.lock ]; then yarn install; else npm ci; fi\n${after}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'two folders of an image',
      code: `FROM golang:1.25-alpine AS build\nWORKDIR /src\nRUN CGO_ENABLED=0 go build -o /a .\n${after}`,
      findings: [
        {
          message: 'base',
          at: 'go build',
          offers: [
            {
              title: 'Mount a cache at /go/pkg/mod and /root/.cache/go-build',
              output: `FROM golang:1.25-alpine AS build\nWORKDIR /src\nRUN --mount=type=cache,target=/go/pkg/mod \\\n    --mount=type=cache,target=/root/.cache/go-build \\\n    CGO_ENABLED=0 go build -o /a .\n${after}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'apt, whose caches serve one build at a time',
      code: `FROM debian:trixie AS build\nRUN apt-get update \\\n  && apt-get install -y --no-install-recommends gcc\n${after}`,
      findings: [
        {
          message: 'apt',
          at: 'apt-get install',
          offers: [
            {
              title: 'Mount a cache at /var/cache/apt and /var/lib/apt',
              output: `FROM debian:trixie AS build\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n  --mount=type=cache,target=/var/lib/apt,sharing=locked \\\n  apt-get update \\\n  && apt-get install -y --no-install-recommends gcc\n${after}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'an account to which a mount would not belong, an image of which nothing is known',
      code: `FROM example.com/tools:1 AS build\nRUN go mod download\nFROM node:24 AS build2\nUSER node\nRUN npm ci\n${after}`,
      findings: [
        { message: 'base', at: 'go mod download' },
        { message: 'base', at: 'npm ci' },
      ],
      output: null,
    },
    {
      name: 'a heredoc, a cache that ENV moves',
      code: `FROM python:3.14 AS build\nENV PIP_CACHE_DIR=/c\nRUN <<EOF\npip install -r requirements.txt\nEOF\n${after}`,
      findings: [
        {
          message: 'base',
          at: 'pip install',
          offers: [
            {
              title: 'Mount a cache at /c',
              output: `FROM python:3.14 AS build\nENV PIP_CACHE_DIR=/c\nRUN --mount=type=cache,target=/c <<EOF\npip install -r requirements.txt\nEOF\n${after}`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
