/** Packages that serve builds alone: compilers, headers, tools to fetch and unpack. */
const forBuilds =
  /^(?:build-essential|build-base|alpine-sdk|gcc|g\+\+|cpp|clang|lld|llvm|make|cmake|ninja|ninja-build|meson|autoconf|automake|libtool|pkg-config|pkgconf|pkgconfig|bison|flex|nasm|yasm|patch|git|git-lfs|openssh-client|curl|wget|gnupg|gnupg2|dirmngr|lsb-release|apt-transport-https|software-properties-common|apt-utils|unzip|zip|xz-utils|tar|gzip|bzip2|file|python|python2|python3|python3-dev|py3-pip|python3-pip|python3-venv|python3-setuptools|python3-wheel|cargo|rustc|rust|golang|go|default-jdk|maven|gradle|protobuf-compiler|protoc|musl-dev|musl-tools|linux-headers|libc-dev|libc6-dev|libc6-compat|gcompat|sudo|vim|vim-tiny|nano|less|procps|htop|net-tools|iputils-ping|dnsutils|telnet|netcat|netcat-openbsd|netcat-traditional|jq|bash|coreutils|dumb-init|tini)(?:-\d+(?:\.\d+)*)?$/;

/** What every hardened image has: https://docs.docker.com/dhi/how-to/use/ */
const present = new Set([
  'ca-certificates',
  'ca-certificates-bundle',
  'tzdata',
  'libc6',
  'musl',
  'libgcc-s1',
  'libgcc',
]);

export type PackageUse =
  /** The image has it. */
  | 'present'
  /** The builder alone wants it. */
  | 'build'
  /** Headers: the library below is needed where something was compiled against it. */
  | 'headers'
  /** What runs wants it, as far as can be told. */
  | 'run';

export function packageUse(name: string): PackageUse {
  if (present.has(name)) return 'present';
  if (forBuilds.test(name)) return 'build';
  if (/-(?:dev|devel|headers)$/.test(name)) return 'headers';
  return 'run';
}
