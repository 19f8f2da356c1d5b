import { cargoCacheMountMisplaced } from '../../../server/src/rules/dockerfile/rust/cargo-cache-mount-misplaced';
import { ruleTester } from '../../support/rule-tester';

const title = 'Put the cache where cargo builds';
const both = `${title}, and copy the program out of it`;
const base = 'FROM rust:1.90 AS build\nWORKDIR /build\n';
const final = '\nFROM debian:trixie-slim\nUSER 65532\n';
const run = (target: string, rest = ''): string =>
  `RUN --mount=type=cache,target=${target} \\\n    cargo build --locked --release${rest}\n`;

ruleTester(cargoCacheMountMisplaced, {
  valid: [
    `${base}${run('/build/target')}`,
    `${base}${run('target')}`,
    { name: 'the registry is no target folder', code: `${base}${run('/usr/local/cargo/registry')}` },
    { name: 'a folder above it', code: `${base}${run('/build')}` },
    {
      name: 'the root of a workspace',
      code: `FROM rust:1.90 AS build\nWORKDIR /app/server\n${run('/app/target')}`,
    },
    {
      name: 'after cd',
      code: `${base}RUN --mount=type=cache,target=/build/sub/target cd sub && cargo build --locked\n`,
    },
    { name: 'CARGO_TARGET_DIR', code: `${base}ENV CARGO_TARGET_DIR=/app/target\n${run('/app/target')}` },
    {
      name: 'a folder that a variable names',
      code: `${base}ARG DIR\nENV CARGO_TARGET_DIR=$DIR\n${run('/app/target')}`,
    },
    {
      name: "cargo's configuration may name another folder",
      code: `${base}${run('/app/target')}`,
      around: { files: ['.cargo/config.toml'] },
    },
    {
      name: 'used by another command',
      code: `${base}${run('/app/target', ' && cp -r target /app/target/')}`,
    },
    {
      name: 'a script that may build elsewhere',
      code: `${base}RUN --mount=type=cache,target=/app/target ./build.sh && cargo build --locked\n`,
    },
    {
      name: 'another tool of a heredoc',
      code: `${base}RUN --mount=type=cache,target=/app/target <<EOF\nmake\ncargo build --locked\nEOF\n`,
    },
  ],
  invalid: [
    {
      name: 'the example of the guide',
      code: `${base}${run('/app/target/')}${final}COPY --from=build /build/target/release/server /usr/local/bin/server\n`,
      findings: [
        {
          message:
            'Nothing is cached: cargo builds into /build/target here, and the cache is at /app/target.',
          at: '/app/target/',
          offers: [
            {
              title: both,
              output: `${base}${run('/build/target', ' \\\n    && cp /build/target/release/server /usr/local/bin/')}${final}COPY --from=build /usr/local/bin/server /usr/local/bin/server\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'copied on in the RUN already; nothing taken',
      code: `${base}${run('/target', ' && cp target/release/server /bin/')}RUN --mount=target=/x/target,type=cache cargo build --locked --bin two\n${final}COPY --from=build /bin/server /usr/local/bin/server\n`,
      findings: [
        {
          message: 'base',
          at: '/target',
          line: 2,
          offers: [
            {
              title,
              output: `${base}${run('/build/target', ' && cp target/release/server /bin/')}RUN --mount=target=/x/target,type=cache cargo build --locked --bin two\n${final}COPY --from=build /bin/server /usr/local/bin/server\n`,
            },
          ],
        },
        {
          message: 'base',
          at: '/x/target',
          offers: [
            {
              title,
              output: `${base}${run('/target', ' && cp target/release/server /bin/')}RUN --mount=target=/build/target,type=cache cargo build --locked --bin two\n${final}COPY --from=build /bin/server /usr/local/bin/server\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'copied on in another RUN: a person has to move that',
      code: `${base}${run('/app/target')}RUN cp target/release/server /bin/\n${final}COPY --from=build /bin/server /usr/local/bin/server\n`,
      findings: [{ message: 'base', at: '/app/target' }],
      output: null,
    },
    {
      name: 'CARGO_TARGET_DIR is elsewhere; in a heredoc',
      code: `${base}ENV CARGO_TARGET_DIR=/out\nRUN --mount=type=cache,dst=/app/target <<EOF\nset -e\ncargo build --locked\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: '/app/target',
          offers: [
            {
              title,
              output: `${base}ENV CARGO_TARGET_DIR=/out\nRUN --mount=type=cache,dst=/out <<EOF\nset -e\ncargo build --locked\nEOF\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
