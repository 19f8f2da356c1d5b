import { cargoArtifactInCacheMount } from '../../../server/src/rules/dockerfile/rust/cargo-artifact-in-cache-mount';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM rust:1 AS build\nWORKDIR /app\n';
const cached = `${base}RUN --mount=type=cache,target=/app/target \\\n    cargo build --locked --release`;
const final = '\nFROM scratch\nUSER 1000\n';
const title = 'Copy it out of the cache in the RUN that builds it';

ruleTester(cargoArtifactInCacheMount, {
  valid: [
    {
      name: 'copied out',
      code: `${cached} && \\\n    cp target/release/server /bin/\n${final}COPY --from=build /bin/server /server\n`,
    },
    {
      name: 'no cache mount',
      code: `${base}RUN cargo build --locked --release\n${final}COPY --from=build /app/target/release/server /server\n`,
    },
    {
      name: 'a mount for another folder is another fault',
      code: `FROM rust:1 AS build\nWORKDIR /build\nRUN --mount=type=cache,target=/app/target/ cargo build --locked --release\n${final}COPY --from=build /build/target/release/server server\n`,
    },
    {
      name: 'only the registry is cached',
      code: `${base}RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build --locked --release\n${final}COPY --from=build /app/target/release/server /\n`,
    },
    {
      name: 'put there later, outside the mount',
      code: `${cached} && cp -r target /tmp/out\nRUN mv /tmp/out /app/target\n${final}COPY --from=build /app/target/release/server /\n`,
    },
    {
      name: 'a target folder that a variable names',
      code: `${base}ARG DIR\nENV CARGO_TARGET_DIR=$DIR\nRUN --mount=type=cache,target=/app/target cargo build --locked --release\n${final}COPY --from=build /app/target/release/server /\n`,
    },
    {
      name: 'from elsewhere',
      code: `${cached}\n${final}COPY --from=build /app/assets /assets\nCOPY target/release/server /\n`,
    },
    {
      name: 'a variable for the whole path',
      code: `${cached}\n${final}ARG FILE\nCOPY --from=build $FILE /\n`,
    },
  ],
  invalid: [
    {
      code: `${cached}\n${final}COPY --from=build /app/target/release/server /server\n`,
      findings: [
        {
          message: 'base',
          at: '/app/target/release/server',
          offers: [
            {
              title,
              output: `${cached} \\\n    && cp /app/target/release/server /usr/local/bin/\n${final}COPY --from=build /usr/local/bin/server /server\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'by index, relative, with a variable at the end, a folder, two sources',
      code: `${cached}\n${final}ARG APP=server\nCOPY --from=0 app/target/release/$APP /server\nCOPY --from=build /app/target/release/ /app/target/x86_64-unknown-linux-musl/release/tool /bin/\n`,
      findings: [
        { message: 'base', at: 'app/target/release/$APP' },
        { message: 'base', at: '/app/target/release/' },
        {
          message: 'base',
          at: '/app/target/x86_64-unknown-linux-musl/release/tool',
          offers: [
            {
              title,
              output: `${cached} \\\n    && cp /app/target/x86_64-unknown-linux-musl/release/tool /usr/local/bin/\n${final}ARG APP=server\nCOPY --from=0 app/target/release/$APP /server\nCOPY --from=build /app/target/release/ /usr/local/bin/tool /bin/\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'CARGO_TARGET_DIR, a flag, cd, and a stage above; JSON form',
      code: [
        'FROM rust:1 AS base',
        'WORKDIR /src',
        'ENV CARGO_TARGET_DIR=/cache/target',
        'RUN --mount=type=cache,target=/cache cargo build --locked --release',
        'RUN --mount=type=cache,target=/two cargo build --locked --release --target-dir=/two',
        'FROM base AS build',
        'RUN --mount=type=cache,target=/src/three/target cd three && CARGO_TARGET_DIR=target cargo build --locked --release',
        'FROM scratch',
        'USER 1000',
        'COPY --from=build ["/cache/target/release/one", "/one"]',
        'COPY --from=build /two/release/ /src/three/target/release/three* /bin/',
        '',
      ].join('\n'),
      findings: [
        {
          message: 'base',
          at: '"/cache/target/release/one"',
          offers: [
            {
              title,
              output: [
                'FROM rust:1 AS base',
                'WORKDIR /src',
                'ENV CARGO_TARGET_DIR=/cache/target',
                'RUN --mount=type=cache,target=/cache cargo build --locked --release && cp /cache/target/release/one /usr/local/bin/',
                'RUN --mount=type=cache,target=/two cargo build --locked --release --target-dir=/two',
                'FROM base AS build',
                'RUN --mount=type=cache,target=/src/three/target cd three && CARGO_TARGET_DIR=target cargo build --locked --release',
                'FROM scratch',
                'USER 1000',
                'COPY --from=build ["/usr/local/bin/one", "/one"]',
                'COPY --from=build /two/release/ /src/three/target/release/three* /bin/',
                '',
              ].join('\n'),
            },
          ],
        },
        { message: 'base', at: '/two/release/' },
        { message: 'base', at: '/src/three/target/release/three*' },
      ],
      output: null,
    },
    {
      name: 'in a heredoc',
      code: `${base}RUN --mount=type=cache,target=target <<EOF\nset -e\ncargo build --locked --release\nEOF\n${final}COPY --from=build /app/target/release/server /\n`,
      findings: [
        {
          message: 'base',
          at: '/app/target/release/server',
          offers: [
            {
              title,
              output: `${base}RUN --mount=type=cache,target=target <<EOF\nset -e\ncargo build --locked --release\ncp /app/target/release/server /usr/local/bin/\nEOF\n${final}COPY --from=build /usr/local/bin/server /\n`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
