import { libcMismatch } from '../../../server/src/rules/dockerfile/linking/libc-mismatch';
import { ruleTester } from '../../support/rule-tester';

const rust = (tag: string): string =>
  `FROM rust:${tag} AS build\nWORKDIR /app\nCOPY src src\nRUN cargo build --locked --release\n\n`;
const alpine = 'FROM alpine:3.22\nUSER 65532\nCOPY --from=build /app/target/release/server /bin/server\n';
const uv = (from: string): string =>
  `FROM python:3.13-alpine AS build\nCOPY --from=${from} /uv /uvx /bin/\nWORKDIR /app\nRUN uv --version\n\nFROM python:3.13-alpine\nUSER 65532\nCOPY --from=build /app /app\n`;

ruleTester(libcMismatch, {
  valid: [
    { name: 'glibc on glibc', code: `${rust('1.90')}${alpine.replace('alpine:3.22', 'debian:trixie-slim')}` },
    { name: 'static on Alpine', code: `${rust('1.90-alpine')}${alpine}` },
    { name: 'static on Debian', code: `${rust('1.90-alpine')}${alpine.replace('alpine:3.22', 'debian:13')}` },
    {
      name: 'with a layer of compatibility',
      code: `${rust('1.90')}${alpine.replace('USER', 'RUN apk add --no-cache gcompat libgcc\nUSER')}`,
    },
    {
      name: 'a base that nobody knows',
      code: `${rust('1.90')}${alpine.replace('alpine:3.22', 'example.com/x')}`,
    },
    {
      name: 'a base that a variable names',
      code: `ARG BASE\n${rust('1.90')}${alpine.replace('alpine:3.22', '$BASE')}`,
    },
    { name: "the publisher's uv is static", code: uv('ghcr.io/astral-sh/uv:0.12.5') },
    {
      name: 'a builder that only hands it on',
      code: `${rust('1.90')}FROM alpine:3.22 AS mid\nCOPY --from=build /app/target/release/server /server\nFROM debian:trixie-slim\nUSER 65532\nCOPY --from=mid /server /server\n`,
    },
    {
      name: 'a program of an image that may be static',
      code: 'FROM alpine:3.22\nUSER 65532\nCOPY --from=debian:trixie-slim /usr/bin/x /usr/bin/x\n',
    },
    {
      name: 'a heredoc whose script may do anything',
      code: `FROM rust:1.90 AS build\nWORKDIR /app\nRUN <<EOF\ncargo build --locked --release\n./repack.sh\nEOF\n${alpine}`,
    },
  ],
  invalid: [
    {
      name: 'Rust from Debian on Alpine',
      code: `${rust('1.90-bookworm')}${alpine}`,
      findings: [
        {
          message:
            'The program is linked against glibc, and alpine:3.22 has musl: it stops with "no such file or directory". Build it for musl, link it statically, or take a base image that has glibc.',
          at: '/app/target/release/server',
          offers: [
            {
              title: 'Build for x86_64-unknown-linux-musl',
              output: `${rust('1.90-bookworm').replace('cargo build', 'rustup target add x86_64-unknown-linux-musl && cargo build --target x86_64-unknown-linux-musl')}${alpine.replace('target/', 'target/x86_64-unknown-linux-musl/')}`,
            },
            { title: 'Build on "1.90-alpine", which has musl', output: `${rust('1.90-alpine')}${alpine}` },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'told to be dynamic, as it would be for musl too',
      code: `${rust('1.90-alpine').replace('WORKDIR', 'ENV RUSTFLAGS="-C target-feature=-crt-static"\nWORKDIR')}${alpine.replace('alpine:3.22', 'debian:trixie-slim')}`,
      findings: [
        {
          message: 'base',
          at: '/app/target/release/server',
          offers: [
            {
              title: 'Build on "1.90", which has glibc',
              output: `${rust('1.90').replace('WORKDIR', 'ENV RUSTFLAGS="-C target-feature=-crt-static"\nWORKDIR')}${alpine.replace('alpine:3.22', 'debian:trixie-slim')}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the hardened twins',
      code: `${rust('1.90').replace('rust:1.90', 'dhi.io/rust:1-debian13-dev')}${alpine.replace('alpine:3.22', 'dhi.io/alpine-base:3.24')}`,
      findings: [
        {
          message: 'base',
          at: '/app/target/release/server',
          offers: [
            {
              title: 'Build on "1-alpine3.24-dev", which has musl',
              output: `${rust('1.90').replace('rust:1.90', 'dhi.io/rust:1-alpine3.24-dev')}${alpine.replace('alpine:3.22', 'dhi.io/alpine-base:3.24')}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the hardened uv, which needs glibc, in a builder on Alpine',
      code: uv('dhi.io/uv:0.12.5-debian13'),
      findings: [
        {
          message: 'base',
          at: '/uv',
          offers: [
            {
              title: 'Take it from ghcr.io/astral-sh/uv:0.12.5, which is static',
              output: uv('ghcr.io/astral-sh/uv:0.12.5'),
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'through a stage, a mount, and a mirror; the version is no tag of the other',
      code: 'FROM acme/dhi-uv:0 AS uv\nFROM python:3.13-alpine\nUSER 65532\nCOPY --from=uv /usr/local/bin/uv /bin/\nRUN --mount=from=acme/dhi-uv:0.12,source=/uv,target=/tmp/uv /tmp/uv --version\n',
      findings: [
        { message: 'base', at: '/usr/local/bin/uv' },
        {
          message: 'base',
          at: 'acme/dhi-uv:0.12',
          offers: [
            {
              title: 'Take it from ghcr.io/astral-sh/uv:0.12, which is static',
              output:
                'FROM acme/dhi-uv:0 AS uv\nFROM python:3.13-alpine\nUSER 65532\nCOPY --from=uv /usr/local/bin/uv /bin/\nRUN --mount=from=ghcr.io/astral-sh/uv:0.12,source=/uv,target=/tmp/uv /tmp/uv --version\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'onto no C library at all',
      code: 'FROM dhi.io/static:20250419-debian13\nCOPY --from=dhi.io/uv:0.12 /uv /uv\nENTRYPOINT ["/uv"]\n',
      findings: [
        {
          message: 'bare',
          at: '/uv',
          offers: [
            {
              title: 'Take it from ghcr.io/astral-sh/uv:0.12, which is static',
              output:
                'FROM dhi.io/static:20250419-debian13\nCOPY --from=ghcr.io/astral-sh/uv:0.12 /uv /uv\nENTRYPOINT ["/uv"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'node from Alpine on Debian; cgo for musl on Debian',
      code: 'FROM golang:1.26-alpine AS build\nRUN apk add --no-cache gcc musl-dev && CGO_ENABLED=1 go build -o /x .\nFROM debian:trixie-slim\nUSER 65532\nCOPY --from=node:24-alpine /usr/local/bin/node /usr/local/bin/\nCOPY --from=build /x /usr/bin/x\n',
      findings: [
        {
          message:
            'node is linked against musl, and debian:trixie-slim has glibc: it stops with "no such file or directory". Build it for glibc, link it statically, or take a base image that has musl.',
          at: '/usr/local/bin/node',
        },
        { message: 'base', at: '/x' },
      ],
      output: null,
    },
  ],
});
