import { cargoNotRelease } from '../../../server/src/rules/dockerfile/rust/cargo-not-release';
import { ruleTester } from '../../support/rule-tester';

const title = 'Build with --release';
const base = 'FROM rust:1.90 AS build\nWORKDIR /app\n';
const final = 'FROM debian:trixie-slim\nUSER 65532\n';
const copy = 'COPY --from=build /app/target/debug/server /usr/local/bin/\n';

ruleTester(cargoNotRelease, {
  valid: [
    `${base}RUN cargo build --locked --release\n${final}COPY --from=build /app/target/release/server /usr/local/bin/\n`,
    {
      name: 'a builder that ships nothing',
      code: `${base}RUN cargo build --locked && cargo test\n${final}CMD ["true"]\n`,
    },
    {
      name: 'a profile by a variable',
      code: `${base}ARG FLAGS\nRUN cargo build --locked $FLAGS\n${final}${copy}`,
    },
    {
      name: 'a stage for developers',
      code: `${base}RUN cargo build --locked\n${final.replace('slim', 'slim AS dev')}${copy}`,
    },
    {
      name: 'a folder that another tool fills',
      code: `${base}RUN cargo build --locked\nRUN ./pack.sh\n${final}${copy}`,
    },
    {
      name: 'a script that builds both',
      code: `${base}RUN <<EOF\ncargo build --locked\ncargo build --locked --release\nEOF\n${final}COPY --from=build /app/target/release/server /usr/local/bin/\n`,
    },
    {
      name: 'cargo install is a release build',
      code: `${base}RUN cargo install --locked tool@1.2.3\n${final}COPY --from=build /usr/local/cargo/bin/tool /usr/local/bin/\n`,
    },
  ],
  invalid: [
    {
      code: `${base}RUN cargo build --locked\n${final}${copy}`,
      findings: [
        {
          message: 'base',
          at: 'cargo build',
          offers: [
            {
              title,
              output: `${base}RUN cargo build --release --locked\n${final}${copy.replace('debug', 'release')}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'copied on before, for a target, with a folder of its own',
      code: `${base}ENV CARGO_TARGET_DIR=/out\nRUN cargo +stable build --locked --target x86_64-unknown-linux-musl \\\n    && cp /out/x86_64-unknown-linux-musl/debug/server /debug-server\n${final}COPY --from=build /debug-server /usr/local/bin/server\n`,
      findings: [
        {
          message: 'base',
          at: 'build',
          line: 3,
          offers: [
            {
              title,
              output: `${base}ENV CARGO_TARGET_DIR=/out\nRUN cargo +stable build --release --locked --target x86_64-unknown-linux-musl \\\n    && cp /out/x86_64-unknown-linux-musl/release/server /debug-server\n${final}COPY --from=build /debug-server /usr/local/bin/server\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'cargo install --debug',
      code: `${base}RUN cargo install --locked --debug --path . --root /opt\n${final}COPY --from=build /opt/bin/server /usr/local/bin/\n`,
      findings: [
        {
          message: 'base',
          at: 'cargo install',
          offers: [
            {
              title: 'Remove --debug',
              output: `${base}RUN cargo install --locked --path . --root /opt\n${final}COPY --from=build /opt/bin/server /usr/local/bin/\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'one stage, two programs, one build',
      code: `${base}RUN cargo build --locked\n${final}${copy}COPY --from=build /app/target/debug/tool /usr/local/bin/\n`,
      findings: [
        {
          message: 'base',
          at: 'cargo build',
          offers: [
            {
              title,
              output: `${base}RUN cargo build --release --locked\n${final}${copy.replace('debug', 'release')}COPY --from=build /app/target/release/tool /usr/local/bin/\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'started where it is built',
      code: `FROM rust:1.90\nWORKDIR /app\nUSER 1000\nRUN cargo build --locked\nCMD ["./target/debug/server"]\n`,
      findings: [
        {
          message: 'base',
          at: 'cargo build',
          offers: [
            {
              title,
              output: `FROM rust:1.90\nWORKDIR /app\nUSER 1000\nRUN cargo build --release --locked\nCMD ["./target/release/server"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'the dev profile by name has no fix',
      code: `${base}RUN cargo build --locked --profile dev\n${final}${copy}`,
      findings: [{ message: 'base', at: 'cargo build' }],
      output: null,
    },
  ],
});
