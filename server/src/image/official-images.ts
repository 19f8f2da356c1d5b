import { known, UNKNOWN, type Known } from '../text/known';
import {
  ALPINE,
  DEBIAN,
  DNF,
  EMPTY,
  MICRODNF,
  NO_SYSTEM,
  PACMAN,
  RPM,
  systemOf,
  UBUNTU,
  YUM,
  type System,
} from './systems';
import { isAtLeast, tagWords } from './tag-words';

/** One of https://github.com/docker-library/official-images. It runs as root where nothing else is said. */
export interface OfficialImage {
  /** The distribution below a tag that names none. */
  readonly usual: System;
  /** Words of its tags that do not change the distribution. */
  readonly words?: readonly string[];
  /** Where the distribution follows from more than the usual words. */
  readonly system?: (tag: string) => System | undefined;
  /** Accounts that it adds to those of its distribution. */
  readonly accounts?: readonly string[];
  /** USER of the image, where there is one. */
  readonly userByTag?: (tag: string) => Known<string>;
  /** The account that its entry point drops root for. */
  readonly entrypointUser?: string;
  readonly workdir?: string;
}

const NODE_LINES = [
  ...[
    'argon',
    'boron',
    'carbon',
    'dubnium',
    'erbium',
    'fermium',
    'gallium',
    'hydrogen',
    'iron',
    'jod',
    'krypton',
  ],
];

/** Rocky and Alma Linux, Oracle Linux: `minimal` and `slim` have microdnf alone. */
function redHatLike(tag: string): System {
  const words = tagWords(tag);
  if (words.includes('minimal') || words.includes('slim')) return MICRODNF;
  if (!words.every((word) => /^(?:[\d.]+|latest|base|default)$/.test(word))) return RPM;
  return words[0]?.startsWith('7') === true ? YUM : DNF;
}

function amazonLinux(tag: string): System {
  if (/^2023(?:\.[\d.]+)?$/.test(tag)) return DNF;
  if (/^2(?:\.0\.\d+\.\d+)?$/.test(tag)) return YUM;
  return RPM;
}

function busybox(tag: string): System {
  const libc = tagWords(tag).includes('musl')
    ? known('musl' as const)
    : tagWords(tag).includes('glibc')
      ? known('glibc' as const)
      : UNKNOWN;
  return {
    users: known(['root', 'daemon', 'bin', 'sys', 'sync', 'mail', 'www-data', 'operator', 'nobody']),
    shell: known('/bin/sh'),
    packageManager: known('none'),
    libc,
  };
}

export const OFFICIAL_IMAGES: ReadonlyMap<string, OfficialImage> = new Map<string, OfficialImage>([
  ['scratch', { usual: EMPTY, workdir: '/' }],

  ['debian', { usual: DEBIAN, workdir: '/' }],
  ['ubuntu', { usual: UBUNTU, words: ['rolling', 'devel'], workdir: '/' }],
  ['buildpack-deps', { usual: DEBIAN, words: ['curl', 'scm'], workdir: '/' }],
  ['alpine', { usual: ALPINE, words: ['edge'], workdir: '/' }],
  ['busybox', { usual: NO_SYSTEM, system: busybox, workdir: '/' }],
  ['fedora', { usual: DNF, words: ['rawhide'], workdir: '/' }],
  ['rockylinux', { usual: DNF, system: redHatLike, workdir: '/' }],
  ['almalinux', { usual: DNF, system: redHatLike, workdir: '/' }],
  ['oraclelinux', { usual: DNF, system: redHatLike, workdir: '/' }],
  ['amazonlinux', { usual: RPM, system: amazonLinux, workdir: '/' }],
  ['archlinux', { usual: PACMAN, words: ['base', 'devel', 'multilib'], system: archLinux, workdir: '/' }],

  ['python', { usual: DEBIAN, workdir: '/' }],
  ['node', { usual: DEBIAN, words: NODE_LINES, accounts: ['node'], workdir: '/' }],
  ['golang', { usual: DEBIAN, words: ['tip'], workdir: '/go' }],
  ['rust', { usual: DEBIAN, words: ['nightly'], workdir: '/' }],
  ['ruby', { usual: DEBIAN, workdir: '/' }],
  ['php', { usual: DEBIAN, words: ['cli', 'fpm', 'apache', 'zts'], accounts: ['www-data'] }],
  ['gcc', { usual: DEBIAN, workdir: '/' }],
  ['perl', { usual: DEBIAN, words: ['threaded'], workdir: '/usr/src/app' }],
  ['erlang', { usual: DEBIAN, workdir: '/' }],
  ['elixir', { usual: DEBIAN, words: ['otp'], workdir: '/' }],
  ['eclipse-temurin', { usual: UBUNTU, words: ['jdk', 'jre'], workdir: '/' }],
  ['openjdk', { usual: RPM, words: ['jdk', 'jre'], system: openjdk, workdir: '/' }],
  ['maven', { usual: { ...UBUNTU, users: UNKNOWN }, words: ['eclipse', 'temurin', 'openjdk'], workdir: '/' }],
  ['gradle', { usual: UBUNTU, words: ['jdk'], accounts: ['gradle'], userByTag: () => UNKNOWN }],
  ['composer', { usual: ALPINE, accounts: ['www-data'], workdir: '/app' }],

  ['nginx', { usual: DEBIAN, words: ['perl', 'otel'], accounts: ['nginx'], workdir: '/' }],
  ['httpd', { usual: DEBIAN, accounts: ['www-data'], workdir: '/usr/local/apache2' }],
  [
    'caddy',
    { usual: ALPINE, workdir: '/srv', system: (tag) => (tag.includes('builder') ? NO_SYSTEM : undefined) },
  ],
  ['traefik', { usual: NO_SYSTEM, system: (tag) => (isAtLeast(tag, 2) ? systemOf(tag, ALPINE) : NO_SYSTEM) }],
  [
    'haproxy',
    {
      usual: DEBIAN,
      accounts: ['haproxy'],
      userByTag: (tag) => (isAtLeast(tag, 2, 4) ? known('haproxy') : UNKNOWN),
    },
  ],

  ['postgres', { usual: DEBIAN, accounts: ['postgres'], entrypointUser: 'postgres', workdir: '/' }],
  ['mysql', { usual: RPM, accounts: ['mysql'], entrypointUser: 'mysql' }],
  ['mariadb', { usual: UBUNTU, accounts: ['mysql'], entrypointUser: 'mysql' }],
  ['redis', { usual: DEBIAN, accounts: ['redis'], entrypointUser: 'redis', workdir: '/data' }],
  ['mongo', { usual: UBUNTU, accounts: ['mongodb'], entrypointUser: 'mongodb' }],
  ['rabbitmq', { usual: UBUNTU, words: ['management'], accounts: ['rabbitmq'], entrypointUser: 'rabbitmq' }],
  ['memcached', { usual: DEBIAN, accounts: ['memcache'], userByTag: () => known('memcache') }],
  [
    'elasticsearch',
    { usual: NO_SYSTEM, userByTag: (tag) => (isAtLeast(tag, 8) ? known('1000:0') : UNKNOWN) },
  ],

  [
    'docker',
    {
      usual: ALPINE,
      words: ['cli', 'git', 'dind'],
      accounts: ['dockremap'],
      userByTag: (tag) => (tag.includes('rootless') ? known('rootless') : known('root')),
    },
  ],
]);

/** Debian up to Java 11, Oracle Linux since: `slim` is always Debian's, a tag that names none is either. */
function openjdk(tag: string): System | undefined {
  return tagWords(tag).includes('slim') ? systemOf(tag, DEBIAN, ['jdk', 'jre']) : undefined;
}

/** Dated tags look like `base-20240101.0.1`. */
function archLinux(tag: string): System | undefined {
  return /^(?:latest|base|base-devel|multilib-devel)(?:-[\d.]+)?$/.test(tag) ? PACMAN : undefined;
}
