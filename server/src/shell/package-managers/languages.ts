import { cacheFolder, packageManager, type PackageManager } from './manager';

/** https://guides.rubygems.org/command-reference/#gem-install */
export const gem: PackageManager = packageManager({
  name: 'gem',
  programs: ['gem'],
  valueFlags: ['-v', '--version', '-i', '--install-dir', '-n', '--bindir', '--source', '-s', '-p', '-P'],
  install: ['install', 'i'],
  upgrade: ['update'],
  packageForm: /^(?<name>[A-Za-z][\w.-]*)(?::(?<version>.+))?$/,
  pins: ['-v', '--version', '-g', '--file'],
});

/** https://bundler.io/man/bundle-install.1.html */
export const bundle: PackageManager = packageManager({
  name: 'bundle',
  programs: ['bundle', 'bundler'],
  valueFlags: ['--jobs', '-j', '--retry', '--path', '--gemfile', '--without', '--with'],
  bare: 'install',
  install: ['add'],
  restore: ['install', 'update'],
  packageForm: /^(?<name>[A-Za-z][\w.-]*)$/,
  pins: ['--version', '-v', '--git', '--github', '--path'],
});

/** https://pkg.go.dev/cmd/go; the folders: https://pkg.go.dev/cmd/go#hdr-Environment_variables */
export const go: PackageManager = packageManager({
  name: 'go',
  programs: ['go'],
  valueFlags: [
    ...['-C', '-o', '-p', '-ldflags', '-gcflags', '-asmflags', '-tags', '-mod', '-modfile', '-overlay'],
    ...['-buildmode', '-compiler', '-pkgdir', '-toolexec', '-installsuffix', '-exec', '-run', '-timeout'],
  ],
  groups: ['mod'],
  install: ['install', 'get'],
  restore: ['mod download', 'mod vendor', 'build', 'test', 'generate'],
  packageForm: /^(?<name>(?:[\w-]+\.)+[\w-]+(?:\/[\w.~-]+)*(?:\/\.\.\.)?)(?:@(?<version>.+))?$/,
  movingVersions: /^(?:latest|upgrade|patch|main|master|HEAD)$/,
  knowsVersions: true,
  caches: [
    cacheFolder('~/go/pkg/mod', {
      variables: [
        ['GOMODCACHE', ''],
        ['GOPATH', '/pkg/mod'],
      ],
      inImages: { golang: '/go/pkg/mod' },
    }),
    cacheFolder('~/.cache/go-build', {
      variables: [
        ['GOCACHE', ''],
        ['XDG_CACHE_HOME', '/go-build'],
      ],
    }),
  ],
  clean: ['clean'],
});

/** https://doc.rust-lang.org/cargo/guide/cargo-home.html */
export const cargo: PackageManager = packageManager({
  name: 'cargo',
  programs: ['cargo'],
  valueFlags: [
    ...['--version', '--vers', '--git', '--branch', '--tag', '--rev', '--path', '--root', '--target'],
    ...['--target-dir', '--features', '-F', '--bin', '--profile', '--manifest-path', '-p', '--package', '-j'],
    ...['--color', '--config', '-Z', '--index', '--registry', '--example', '--jobs'],
  ],
  groups: ['chef'],
  install: ['install', 'binstall'],
  restore: ['build', 'b', 'fetch', 'test', 't', 'rustc', 'check', 'c', 'vendor', 'auditable', 'chef cook'],
  packageForm: /^(?<name>[A-Za-z][\w-]*)(?:@(?<version>.+))?$/,
  pins: ['--version', '--vers', '--git', '--path'],
  caches: [
    cacheFolder('~/.cargo/registry', {
      variables: [['CARGO_HOME', '/registry']],
      inImages: { rust: '/usr/local/cargo/registry' },
    }),
    cacheFolder('~/.cargo/git/db', {
      variables: [['CARGO_HOME', '/git/db']],
      inImages: { rust: '/usr/local/cargo/git/db' },
    }),
  ],
});

/** https://getcomposer.org/doc/03-cli.md; the image sets COMPOSER_HOME: https://hub.docker.com/_/composer */
export const composer: PackageManager = packageManager({
  name: 'composer',
  programs: ['composer', 'composer.phar'],
  valueFlags: ['-d', '--working-dir', '--prefer-install'],
  groups: ['global'],
  install: ['require', 'global require', 'r'],
  restore: ['install', 'i', 'update', 'u', 'create-project'],
  packageForm: /^(?<name>[\w.-]+\/[\w.-]+)(?:[:=](?<version>.+))?$/,
  caches: [
    cacheFolder('~/.cache/composer', {
      variables: [
        ['COMPOSER_CACHE_DIR', ''],
        ['COMPOSER_HOME', '/cache'],
        ['XDG_CACHE_HOME', '/composer'],
      ],
      inImages: { composer: '/tmp/cache' },
    }),
  ],
  noCache: { flags: ['--no-cache'], variables: [] },
  clean: ['clear-cache', 'clearcache', 'cc'],
});
