import { cargoNotLocked } from '../../../server/src/rules/dockerfile/rust/cargo-not-locked';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM rust:1 AS build\nWORKDIR /app\n';
const files = ['Cargo.toml', 'Cargo.lock', 'src'];

ruleTester(cargoNotLocked, {
  valid: [
    `${base}RUN cargo build --release --locked\nRUN cargo +nightly build --frozen\nRUN cargo install --locked ripgrep\n`,
    {
      name: 'no lock file in the context',
      code: `${base}COPY . .\nRUN cargo build --release\n`,
      around: { files: ['Cargo.toml'] },
    },
    {
      name: 'a repository may have no lock file',
      code: `${base}RUN cargo install --git https://github.com/example/tool\n`,
    },
    { name: 'a path of which nothing is known', code: `${base}RUN cargo install --path .\n` },
    `${base}RUN cargo chef cook --release && cargo fetch && cargo --version && cargo test\n`,
    { name: 'a heredoc that is a file', code: `${base}COPY <<EOF /build.sh\ncargo build\nEOF\n` },
    `${base}RUN cargo install --list && echo cargo build\n`,
  ],
  invalid: [
    {
      code: `${base}COPY . .\nRUN cargo build --release\n`,
      around: { files },
      findings: [{ message: 'base', at: 'cargo build' }],
      output: `${base}COPY . .\nRUN cargo build --locked --release\n`,
    },
    {
      name: 'by bind mounts, with a toolchain, in a stage above',
      code: `FROM rust:1 AS base\nCOPY Cargo.toml Cargo.lock ./\nFROM base AS build\nRUN cargo +stable b \\\n    --release\nFROM rust:1\nRUN --mount=type=bind,source=Cargo.lock,target=Cargo.lock \\\n    # the server\n    cargo run --bin server\n`,
      around: { files },
      findings: [
        { message: 'base', at: 'b' },
        { message: 'base', at: 'cargo run' },
      ],
      output: `FROM rust:1 AS base\nCOPY Cargo.toml Cargo.lock ./\nFROM base AS build\nRUN cargo +stable b --locked \\\n    --release\nFROM rust:1\nRUN --mount=type=bind,source=Cargo.lock,target=Cargo.lock \\\n    # the server\n    cargo run --locked --bin server\n`,
    },
    {
      name: 'where the lock file is not seen to arrive, or nothing is known',
      code: `${base}COPY Cargo.toml ./\nCOPY src src\nRUN cargo build --release\n`,
      around: { files },
      findings: [
        {
          message: 'base',
          at: 'cargo build',
          offers: [
            {
              title: 'Add --locked',
              output: `${base}COPY Cargo.toml ./\nCOPY src src\nRUN cargo build --locked --release\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'where the context is not known, in a heredoc',
      code: `${base}COPY . .\nRUN <<EOF\nset -e\ncargo build --release --bin $NAME\nEOF\n`,
      findings: [
        {
          message: 'base',
          at: 'cargo build',
          offers: [
            {
              title: 'Add --locked',
              output: `${base}COPY . .\nRUN <<EOF\nset -e\ncargo build --locked --release --bin $NAME\nEOF\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'cargo install',
      code: `${base}COPY . .\nRUN cargo install sqlx-cli --no-default-features\nRUN cargo install --path .\n`,
      around: { files },
      findings: [
        {
          message: 'crate',
          at: 'cargo install',
          line: 3,
          offers: [
            {
              title: 'Add --locked',
              output: `${base}COPY . .\nRUN cargo install --locked sqlx-cli --no-default-features\nRUN cargo install --path .\n`,
            },
          ],
        },
        {
          message: 'path',
          at: 'cargo install',
          line: 4,
          offers: [
            {
              title: 'Add --locked',
              output: `${base}COPY . .\nRUN cargo install sqlx-cli --no-default-features\nRUN cargo install --locked --path .\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
