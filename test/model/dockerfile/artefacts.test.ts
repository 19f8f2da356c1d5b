import assert from 'node:assert/strict';
import { originOf, sourcePath } from '../../../server/src/dockerfile/artefacts/trace';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';
import { instructionsOf } from '../../../server/src/dockerfile/walk';

/** Where the first source of the last COPY --from comes from, in one line. */
function traced(lines: readonly string[]): string {
  const copies = instructionsOf(parseDockerfile(lines.join('\n')), 'COPY');
  const copy = copies.findLast(({ from }) => from?.stage !== undefined);
  const [source] = copy?.sources ?? [];
  if (copy?.from?.stage === undefined || source === undefined) return 'no copy';
  const origin = originOf(copy.from.stage, sourcePath(copy, source.text));
  if (origin.kind === 'image') return `image ${origin.reference?.text ?? '?'} ${origin.path}`;
  if (origin.kind !== 'built') return origin.kind;
  const { toolchain, linking, linkingOfNetworked, profile } = origin.build;
  const words = [
    toolchain,
    linking.state === 'known'
      ? linking.value
      : ((linkingOfNetworked && `${linkingOfNetworked}?`) ?? 'unknown'),
    ...(profile?.state === 'known' ? [profile.value] : []),
    ...(origin.cached === undefined ? [] : [`cached in ${origin.cached.folder}`]),
  ];
  return words.join(' ');
}

const cases: (readonly [name: string, lines: readonly string[], expected: string])[] = [];

function rust(
  name: string,
  expected: string,
  build: readonly string[],
  source = '/b/target/release/x',
  image = 'rust:1',
): void {
  add(name, expected, [`FROM ${image} AS build`, 'WORKDIR /b', ...build], source);
}
function go(
  name: string,
  expected: string,
  build: readonly string[],
  image = 'golang:1.25',
  source = '/out/x',
): void {
  add(name, expected, [`FROM ${image} AS build`, 'WORKDIR /src', ...build], source);
}
function add(name: string, expected: string, build: readonly string[], source: string): void {
  cases.push([name, [...build, 'FROM scratch', `COPY --from=build ${source} /x`], expected]);
}

rust('cargo on Debian needs glibc', 'cargo glibc release', ['RUN cargo build --release']);
rust('a debug build', 'cargo glibc debug', ['RUN cargo build'], '/b/target/debug/x');
rust('the other profile is not there', 'image rust:1 /b/target/release/x', ['RUN cargo build']);
rust('a profile by its name', 'cargo glibc dist', ['RUN cargo build --profile dist'], '/b/target/dist/x');
rust('the dev profile', 'cargo glibc debug', ['RUN cargo build --profile=dev'], '/b/target/debug/x');
rust(
  "Rust's own musl holds its library",
  'cargo static release',
  ['RUN cargo build -r'],
  undefined,
  'rust:1-alpine',
);
rust(
  'so does that of the hardened image',
  'cargo static release',
  ['RUN cargo build -r'],
  undefined,
  'dhi.io/rust:1-alpine3.24-dev',
);
rust(
  "Alpine's own compiler is another",
  'cargo unknown release',
  ['RUN apk add cargo && cargo build -r'],
  undefined,
  'alpine:3.22',
);
rust(
  'a target lies in its own folder',
  'cargo static release',
  ['RUN cargo build -r --target x86_64-unknown-linux-musl'],
  '/b/target/x86_64-unknown-linux-musl/release/x',
);
rust('and not in that of the host', 'image rust:1 /b/target/release/x', [
  'RUN cargo build -r --target x86_64-unknown-linux-musl',
]);
rust(
  'a target by ENV, on an image that nobody knows',
  'cargo static release',
  ['ENV CARGO_BUILD_TARGET=aarch64-unknown-linux-musl', 'RUN cargo build -r'],
  '/b/target/aarch64-unknown-linux-musl/release/x',
  'example.com/rust',
);
rust(
  'an image that nobody knows',
  'cargo unknown release',
  ['RUN cargo build -r'],
  undefined,
  'example.com/rust',
);
rust('crt-static', 'cargo static release', [
  'ENV RUSTFLAGS="-C target-feature=+crt-static"',
  'RUN cargo build -r',
]);
rust(
  'crt-static off, for musl',
  'cargo musl release',
  ['RUN RUSTFLAGS=-Ctarget-feature=-crt-static cargo build -r'],
  undefined,
  'rust:1-alpine',
);
rust('crt-static of cargo rustc', 'cargo static release', [
  'RUN cargo rustc -r -- -C target-feature=+crt-static',
]);
rust('flags that a variable holds', 'cargo unknown release', ['ARG RUSTFLAGS', 'RUN cargo build -r']);
rust('a toolchain for another host', 'cargo unknown release', [
  'RUN rustup default stable-x86_64-unknown-linux-musl',
  'RUN cargo build -r',
]);
rust('another target that is only installed', 'cargo glibc release', [
  'RUN rustup target add x86_64-unknown-linux-musl',
  'RUN cargo build -r',
]);
rust(
  'cargo zigbuild with a version of glibc',
  'cargo glibc release',
  ['RUN cargo zigbuild -r --target x86_64-unknown-linux-gnu.2.17'],
  '/b/target/x86_64-unknown-linux-gnu/release/x',
);
rust(
  'copied on',
  'cargo glibc release',
  ['RUN cargo build --release && cp target/release/x /usr/bin/'],
  '/usr/bin/x',
);
rust(
  'moved and renamed in later RUNs',
  'cargo glibc release',
  ['RUN cargo build --release', 'RUN mv target/release/x /y', 'RUN install -Dm 755 /y /z/z'],
  '/z/z',
);
rust(
  'by a wildcard',
  'cargo glibc release',
  ['RUN cargo build --release && mkdir /o && cp target/release/* /o/'],
  '/o/x',
);
rust('a folder of programs', 'cargo glibc release', ['RUN cargo build --release'], '/b/target/release/');
rust(
  'a library beside programs',
  'image rust:1 /b/target/release/libx.so',
  ['RUN cargo build --release'],
  '/b/target/release/libx.so',
);
rust('into a cache mount', 'cargo glibc release cached in /b/target', [
  'RUN --mount=type=cache,target=/b/target cargo build --release',
]);
rust(
  'out of a cache mount',
  'cargo glibc release',
  ['RUN --mount=type=cache,target=/b/target cargo build --release && cp target/release/x /x'],
  '/x',
);
rust(
  'out of a cache mount in another RUN',
  'cargo glibc release',
  [
    'RUN --mount=type=cache,target=/b/target cargo build --release',
    'RUN --mount=type=cache,target=/b/target cp target/release/x /x',
  ],
  '/x',
);
rust('a script may have put another file there', 'unknown', ['RUN cargo build --release', 'RUN ./pack.sh']);
rust('what only may run', 'unknown', ['RUN if [ -f x ]; then cargo build --release; fi']);
rust('cargo install', 'cargo glibc release', ['RUN cargo install --path . --root /opt'], '/opt/bin/x');
rust(
  'cargo install where the image has it',
  'cargo glibc release',
  ['RUN cargo install x'],
  '/usr/local/cargo/bin/x',
);
rust(
  'CARGO_TARGET_DIR',
  'cargo glibc release',
  ['ENV CARGO_TARGET_DIR=/t', 'RUN cargo build -r'],
  '/t/release/x',
);
rust('cd', 'cargo glibc release', ['RUN cd sub && cargo build -r'], '/b/sub/target/release/x');
rust(
  'cd in a subshell',
  'unknown',
  ['RUN (cd sub && cargo build -r) && cargo build -r'],
  '/b/sub/target/release/x',
);
rust('rustc', 'rustc glibc', ['RUN rustc -O main.rs'], '/b/main');
rust(
  'a variable that the file sets',
  'cargo glibc release',
  [
    'RUN cargo build -r',
    'FROM build AS second',
    'FROM scratch AS mid',
    'ARG APP=x',
    'COPY --from=build /b/target/release/$APP /y',
    'FROM mid AS build',
  ],
  '/y',
);
rust(
  'through a stage that inherits',
  'cargo glibc release',
  [
    'RUN cargo build -r',
    'FROM build AS second',
    'RUN touch /z',
    'FROM scratch AS build',
    'COPY --from=second /b/target/release /o',
  ],
  '/o/x',
);
rust('a build that copies in later', 'context', ['RUN cargo build -r', 'COPY x /b/target/release/x']);

go('cgo is on where gcc is, for programs that use it', 'go glibc?', ['RUN go build -o /out/x']);
go('cgo off', 'go static', ['RUN CGO_ENABLED=0 go build -o /out/x']);
go('cgo off by ENV', 'go static', ['ENV CGO_ENABLED=0', 'RUN go build -o /out/ ./...']);
go('cgo on', 'go glibc', ['ENV CGO_ENABLED=1', 'RUN go build -o=/out/x .']);
go('Alpine has no gcc', 'go static', ['RUN go build -o /out/x'], 'golang:1.25-alpine');
go(
  'until it is installed',
  'go musl?',
  ['RUN apk add --no-cache gcc musl-dev', 'RUN go build -o /out/x'],
  'golang:1.25-alpine',
);
go(
  'the hardened build image has gcc',
  'go glibc?',
  ['RUN go build -o /out/x'],
  'dhi.io/golang:1.26-debian13-dev',
);
go('another platform', 'go unknown', ['ARG TARGETARCH', 'RUN GOARCH=$TARGETARCH go build -o /out/x']);
go('linked with -static', 'go static', [
  `RUN CGO_ENABLED=1 go build -ldflags '-s -extldflags "-static"' -o /out/x`,
]);
go('tags without the C library', 'go unknown', ['RUN go build -tags netgo,osusergo -o /out/x']);
go('flags that a variable holds', 'go unknown', ['RUN go build $FLAGS -o /out/x']);
go('a version by -X', 'go glibc?', ['RUN go build -ldflags "-X main.version=$V" -o /out/x']);
go('go install', 'go static', ['RUN CGO_ENABLED=0 go install example.com/x@v1'], undefined, '/go/bin/x');
go('a package by its folder', 'go static', ['RUN CGO_ENABLED=0 go build ./cmd/x'], undefined, '/src/x');
go(
  'a program beside sources cannot be told',
  'unknown',
  ['COPY . .', 'RUN CGO_ENABLED=0 go build'],
  undefined,
  '/src/x',
);

add('gcc', 'c glibc', ['FROM debian:13 AS build', 'RUN gcc -flto main.c -o /x'], '/x');
add('gcc on Alpine', 'c musl', ['FROM alpine:3.22 AS build', 'RUN apk add gcc && gcc main.c -o /x'], '/x');
add(
  'gcc -static',
  'c static',
  ['FROM debian:13 AS build', 'RUN apt-get install -y gcc && gcc -static main.c -o /x'],
  '/x',
);
add(
  'an object is no program',
  'image debian:13 /x',
  ['FROM debian:13 AS build', 'RUN gcc -c main.c -o /x'],
  '/x',
);
add(
  '.NET by its runtime',
  'dotnet musl',
  [
    'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build',
    'RUN dotnet publish -nologo -r linux-musl-x64 --self-contained -o /o',
  ],
  '/o',
);
add(
  '.NET that needs a runtime',
  'dotnet unknown',
  ['FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build', 'RUN dotnet publish -c Release -o /o'],
  '/o',
);
add(
  'from an image',
  'image node:22 /usr/local/bin/node',
  ['FROM node:22 AS node', 'FROM scratch AS build', 'COPY --from=node /usr/local/bin/node /bin/'],
  '/bin/node',
);
add('from the context, which may hold it', 'unknown', ['FROM debian:13 AS build', 'COPY . .'], '/x');
add('what tar unpacks', 'unknown', ['FROM debian:13 AS build', 'RUN tar -C /opt -xf x.tar'], '/opt/x');
add(
  'triggers of the stage below',
  'unknown',
  ['FROM rust:1 AS base', 'ONBUILD RUN make', 'FROM base AS build', 'WORKDIR /b'],
  '/x',
);

describe('where a copied program comes from', () => {
  for (const [name, lines, expected] of cases) it(name, () => assert.equal(traced(lines), expected));

  it('gives up where folders are copied into each other over and over', () => {
    const lines = [
      'FROM debian:13 AS build',
      ...Array.from({ length: 400 }, (_, at) => `RUN cp -r /a${at % 3} /a${(at + 1) % 3}`),
    ];
    assert.match(traced([...lines, 'FROM scratch', 'COPY --from=build /a0/a1/a2 /x']), /unknown|image/);
  });
});
