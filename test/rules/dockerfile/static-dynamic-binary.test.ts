import { staticDynamicBinary } from '../../../server/src/rules/dockerfile/linking/static-dynamic-binary';
import { ruleTester } from '../../support/rule-tester';

const files = ['Cargo.toml', 'Cargo.lock', 'src'];
const rust =
  'FROM rust:1.90-trixie AS build\nWORKDIR /app\nCOPY src src\nRUN cargo build --locked --release\n\n';
const go =
  'FROM golang:1.26 AS build\nWORKDIR /src\nCOPY cmd cmd\nRUN go build -o /out/server ./cmd/server\n\n';
const onScratch = (copy: string): string =>
  `FROM scratch\nUSER 65532\n${copy}\nEXPOSE 8080\nENTRYPOINT ["/server"]\n`;
const onStatic = (copy: string, tag = '20250419-debian13'): string =>
  `FROM dhi.io/static:${tag}\n${copy}\nEXPOSE 8080\nENTRYPOINT ["/server"]\n`;
const fromRust = 'COPY --from=build /app/target/release/server /server';
const fromGo = 'COPY --from=build /out/server /server';

ruleTester(staticDynamicBinary, {
  valid: [
    { name: 'with glibc', code: `${rust}${onStatic(fromRust, '20250419-glibc-debian13')}` },
    { name: 'on Debian', code: `${rust}FROM debian:trixie-slim\nUSER 65532\n${fromRust}\n` },
    {
      name: 'for musl',
      code: `FROM rust:1.90-alpine AS build\nWORKDIR /app\nRUN cargo build --locked --release\n${onScratch(fromRust)}`,
    },
    {
      name: 'crt-static by a variable',
      code: `FROM rust:1.90 AS build\nWORKDIR /app\nARG RUSTFLAGS\nRUN cargo build --locked --release\n${onScratch(fromRust)}`,
    },
    {
      name: "cargo's configuration may say more",
      code: `${rust}${onScratch(fromRust)}`,
      around: { files: [...files, '.cargo/config.toml'] },
    },
    { name: 'a stage that hands files out', code: `${rust}FROM scratch AS export\n${fromRust}\n` },
    {
      name: 'with the loader beside it',
      code: `${rust}${onScratch(`COPY --from=build /lib64/ld-linux-x86-64.so.2 /lib64/\n${fromRust}`)}`,
    },
    {
      name: 'with a root file system that may hold it',
      code: `${rust}${onScratch(`COPY --from=build /rootfs /\n${fromRust}`)}`,
    },
    { name: 'cgo is off', code: `${go.replace('go build', 'CGO_ENABLED=0 go build')}${onScratch(fromGo)}` },
    {
      name: 'nothing says that the program uses the network',
      code: `${go}${onScratch(fromGo).replace('EXPOSE 8080\n', '')}`,
    },
    { name: 'golang on Alpine has no gcc', code: `${go.replace('1.26', '1.26-alpine')}${onScratch(fromGo)}` },
    {
      name: 'a builder stage',
      code: `${rust}FROM scratch AS mid\n${fromRust}\nCMD ["/server"]\nFROM debian:trixie-slim\nUSER 65532\nCOPY --from=mid /server /server\n`,
    },
    {
      name: 'a script that may have built another one',
      code: `FROM rust:1.90 AS build\nWORKDIR /app\nRUN <<EOF\nset -e\ncargo build --locked --release\n./repack.sh\nEOF\n${onScratch(fromRust)}`,
    },
  ],
  invalid: [
    {
      name: 'Rust on scratch',
      code: `${rust}${onScratch(fromRust)}`,
      around: { files },
      findings: [
        {
          message:
            'The program is linked against glibc, and scratch has no C library: it stops with "no such file or directory". Link it statically, or take a base image that has glibc.',
          at: '/app/target/release/server',
          offers: [
            {
              title: 'Start from dhi.io/static:20250419-glibc-debian13, which has glibc',
              output: `${rust}${onScratch(fromRust).replace('FROM scratch', 'FROM dhi.io/static:20250419-glibc-debian13')}`,
            },
            {
              title: 'Build for x86_64-unknown-linux-musl',
              output: `${rust.replace('cargo build', 'rustup target add x86_64-unknown-linux-musl && cargo build --target x86_64-unknown-linux-musl')}${onScratch(fromRust.replace('target/', 'target/x86_64-unknown-linux-musl/'))}`,
            },
            {
              title: 'Build on "1.90-alpine", which has musl',
              output: `${rust.replace('-trixie', '-alpine')}${onScratch(fromRust)}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the example of the guide',
      code: `${rust.replace('rust:1.90-trixie', 'dhi.io/rust:1-debian13-dev')}${onStatic(fromRust)}`,
      findings: [
        {
          message: 'base',
          at: '/app/target/release/server',
          offers: [
            {
              title: 'Change to "20250419-glibc-debian13", which has glibc',
              output: `${rust.replace('rust:1.90-trixie', 'dhi.io/rust:1-debian13-dev')}${onStatic(fromRust, '20250419-glibc-debian13')}`,
            },
            {
              title: 'Build on "1-alpine3.24-dev", which has musl',
              output: `${rust.replace('rust:1.90-trixie', 'dhi.io/rust:1-alpine3.24-dev')}${onStatic(fromRust)}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'Go that listens, on distroless',
      code: `${go}FROM gcr.io/distroless/static-debian12:nonroot\n${fromGo}\nEXPOSE 8080\n`,
      findings: [
        {
          message: 'base',
          at: '/out/server',
          offers: [
            {
              title: 'Build with CGO_ENABLED=0',
              output: `${go.replace('go build', 'CGO_ENABLED=0 go build')}FROM gcr.io/distroless/static-debian12:nonroot\n${fromGo}\nEXPOSE 8080\n`,
            },
            {
              title: 'Change to gcr.io/distroless/cc-debian12:nonroot, which has glibc',
              confirm:
                'What was linked with a newer glibc does not start there: build on the same release of Debian.',
              output: `${go}FROM gcr.io/distroless/cc-debian12:nonroot\n${fromGo}\nEXPOSE 8080\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'cgo on Alpine, through a copy and a stage above',
      code: `FROM golang:1.26-alpine AS base\nRUN apk add --no-cache gcc musl-dev\nENV CGO_ENABLED=1\nFROM base AS build\nWORKDIR /src\nRUN go build -o server . && mv server /usr/local/bin/server\nFROM dhi.io/static:20260611-alpine3.24\nCOPY --from=build /usr/local/bin/server /server\nENTRYPOINT ["/server"]\n`,
      findings: [
        {
          message: 'base',
          at: '/usr/local/bin/server',
          offers: [
            {
              title: 'Change to "20260611-musl-alpine3.24", which has musl',
              output: `FROM golang:1.26-alpine AS base\nRUN apk add --no-cache gcc musl-dev\nENV CGO_ENABLED=1\nFROM base AS build\nWORKDIR /src\nRUN go build -o server . && mv server /usr/local/bin/server\nFROM dhi.io/static:20260611-musl-alpine3.24\nCOPY --from=build /usr/local/bin/server /server\nENTRYPOINT ["/server"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'C',
      code: 'FROM debian:trixie AS build\nCOPY main.c .\nRUN gcc main.c -o /hello\nFROM scratch\nUSER 65532\nCOPY --from=build /hello /\nCMD ["/hello"]\n',
      findings: [
        {
          message: 'base',
          at: '/hello',
          offers: [
            {
              title: 'Link with -static',
              output:
                'FROM debian:trixie AS build\nCOPY main.c .\nRUN gcc -static main.c -o /hello\nFROM scratch\nUSER 65532\nCOPY --from=build /hello /\nCMD ["/hello"]\n',
            },
            {
              title: 'Start from dhi.io/static:20250419-glibc-debian13, which has glibc',
              output:
                'FROM debian:trixie AS build\nCOPY main.c .\nRUN gcc main.c -o /hello\nFROM dhi.io/static:20250419-glibc-debian13\nUSER 65532\nCOPY --from=build /hello /\nCMD ["/hello"]\n',
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: '.NET that holds its runtime, a whole folder',
      code: 'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nRUN dotnet publish --self-contained -r linux-x64 -o /out\nFROM gcr.io/distroless/static-debian12:nonroot\nCOPY --from=build /out /app\n',
      findings: [
        {
          message: 'base',
          at: '/out',
          offers: [
            {
              title: 'Change to gcr.io/distroless/cc-debian12:nonroot, which has glibc',
              output:
                'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nRUN dotnet publish --self-contained -r linux-x64 -o /out\nFROM gcr.io/distroless/cc-debian12:nonroot\nCOPY --from=build /out /app\n',
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
