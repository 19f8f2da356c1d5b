import { ABSENT, known, UNKNOWN } from '../text/known';
import { type ImageFacts } from './facts';
import { tagWords } from './tag-words';

/** The part of the facts that comes from the distribution below an image. */
export type System = Pick<ImageFacts, 'users' | 'shell' | 'packageManager' | 'libc'>;

const SHELL = known('/bin/sh');

/** Accounts of Debian's base-passwd in all releases still met, and apt's own: https://salsa.debian.org/debian/base-passwd */
const DEBIAN_USERS = [
  ...['root', 'daemon', 'bin', 'sys', 'sync', 'games', 'man', 'lp', 'mail', 'news', 'uucp', 'proxy'],
  ...['www-data', 'backup', 'list', 'irc', 'gnats', 'nobody', '_apt'],
];

/** Of alpine-baselayout in all releases still met: https://gitlab.alpinelinux.org/alpine/aports/-/tree/master/main/alpine-baselayout */
const ALPINE_USERS = [
  ...[
    'root',
    'bin',
    'daemon',
    'adm',
    'lp',
    'sync',
    'shutdown',
    'halt',
    'mail',
    'news',
    'uucp',
    'operator',
    'man',
  ],
  ...[
    'postmaster',
    'cron',
    'ftp',
    'sshd',
    'at',
    'squid',
    'xfs',
    'games',
    'cyrus',
    'vpopmail',
    'ntp',
    'smmsp',
  ],
  ...['guest', 'nobody'],
];

export const DEBIAN: System = {
  users: known(DEBIAN_USERS),
  shell: SHELL,
  packageManager: known('apt'),
  libc: known('glibc'),
};

/** Ubuntu images have the account `ubuntu` since 23.04: https://bugs.launchpad.net/cloud-images/+bug/2005129 */
export const UBUNTU: System = { ...DEBIAN, users: known([...DEBIAN_USERS, 'ubuntu']) };

export const ALPINE: System = {
  users: known(ALPINE_USERS),
  shell: SHELL,
  packageManager: known('apk'),
  libc: known('musl'),
};

/** Fedora, Red Hat and what is built from them; which package manager differs. */
export const RPM: System = { users: UNKNOWN, shell: SHELL, packageManager: UNKNOWN, libc: known('glibc') };
export const DNF: System = { ...RPM, packageManager: known('dnf') };
export const YUM: System = { ...RPM, packageManager: known('yum') };
export const MICRODNF: System = { ...RPM, packageManager: known('microdnf') };
export const ZYPPER: System = { ...RPM, packageManager: known('zypper') };
export const PACMAN: System = { ...RPM, packageManager: known('pacman') };

/** Only what its makers copied in. */
export const EMPTY: System = {
  users: known([]),
  shell: ABSENT,
  packageManager: known('none'),
  libc: known('none'),
};

export const NO_SYSTEM: System = { users: UNKNOWN, shell: UNKNOWN, packageManager: UNKNOWN, libc: UNKNOWN };

const DEBIAN_RELEASE =
  /^(?:debian\d*|jessie|stretch|buster|bullseye|bookworm|trixie|forky|duke|sid|unstable|testing|oldstable|oldoldstable)$/;
const UBUNTU_RELEASE =
  /^(?:ubuntu[\d.]*|trusty|xenial|bionic|focal|jammy|kinetic|lunar|mantic|noble|oracular|plucky|questing|resolute)$/;
const RPM_RELEASE =
  /^(?:ubi\d*|rhel\d*|oracle|oraclelinux\d*|ol\d+|al2|al2023|amazonlinux\d*|rockylinux\d*|almalinux\d*)$/;
const OTHER_RELEASE =
  /^(?:windows|nanoserver|chiseled|distroless|cbl|azurelinux|wolfi|nixos|scratch|busybox)/;
const NEUTRAL = /^(?:v?\d[\w.+]*|latest|slim|lts|stable|mainline|current|rc\d*|beta\d*|alpha\d*|backports)$/;

/**
 * The distribution that a tag's words name. Where they name none it is the image's usual one, so long as every word is
 * understood: a version, `slim`, `latest`, or one of the image's own words (`jdk` stands for `jdk21` too).
 */
export function systemOf(tag: string, usual: System, ownWords: readonly string[] = []): System {
  const words = tagWords(tag);
  let named: System | undefined;
  let understood = true;
  for (const word of words) {
    if (OTHER_RELEASE.test(word)) return NO_SYSTEM;
    if (word.startsWith('alpine')) named = ALPINE;
    else if (DEBIAN_RELEASE.test(word)) named = DEBIAN;
    else if (UBUNTU_RELEASE.test(word)) named = UBUNTU;
    else if (RPM_RELEASE.test(word)) named = RPM;
    else if (!NEUTRAL.test(word) && !ownWords.includes(word.replace(/[\d.]+$/, ''))) understood = false;
  }
  return named ?? (understood ? usual : NO_SYSTEM);
}
