/** Packages that only building needs, as the systems call them. They bring a compiler or a build system of their own. */
const tools = new Set([
  ...[
    'build-essential',
    'build-base',
    'alpine-sdk',
    'base-devel',
    'gcc',
    'g++',
    'gcc-c++',
    'gfortran',
    'clang',
  ],
  ...[
    'make',
    'gmake',
    'cmake',
    'ninja-build',
    'ninja',
    'samurai',
    'meson',
    'bazel',
    'scons',
    'autoconf',
    'automake',
  ],
  ...['cargo', 'rustc', 'rust', 'rustup', 'golang', 'golang-go', 'go', 'maven', 'gradle', 'ant', 'sbt'],
  ...['default-jdk', 'default-jdk-headless', 'node-gyp', 'rpm-build', 'debhelper', 'devscripts'],
]);
const versionedTools =
  /^(?:gcc|g\+\+|clang|golang|go|llvm)-?\d[\d.]*$|^openjdk-?\d+-jdk(?:-headless)?$|^java-[\w.]+-openjdk-devel$/;

/** Whether the package is a compiler or a build system. */
export function isBuildTool(name: string): boolean {
  return tools.has(name) || versionedTools.test(name);
}

/** Whether the package goes with one: headers and what finds them. */
export function isBuildAid(name: string): boolean {
  return isBuildTool(name) || /-(?:dev|devel|headers|static)$/.test(name) || aids.has(name);
}

const aids = new Set([
  'pkg-config',
  'pkgconf',
  'pkgconfig',
  'libtool',
  'patch',
  'bison',
  'flex',
  'linux-headers',
]);
