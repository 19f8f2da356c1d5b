import { ABSENT, known, UNKNOWN } from '../text/known';
import { withoutVersion } from '../text/without-version';
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

/** Distributions by the words that name their releases in tags. */
const RELEASES: ReadonlyMap<string, System> = new Map([
  ...named(DEBIAN, ['jessie', 'stretch', 'buster', 'bullseye', 'bookworm', 'trixie', 'forky', 'duke']),
  ...named(DEBIAN, ['sid', 'unstable', 'testing', 'oldstable', 'oldoldstable']),
  ...named(UBUNTU, ['trusty', 'xenial', 'bionic', 'focal', 'jammy', 'kinetic', 'lunar', 'mantic', 'noble']),
  ...named(UBUNTU, ['oracular', 'plucky', 'questing', 'resolute']),
  ...named(RPM, ['oracle', 'ol6', 'ol7', 'ol8', 'ol9', 'ol10', 'al2', 'al2023']),
]);
/** Distributions by their own names, behind which a version may stand: `debian12`. */
const DISTRIBUTIONS: ReadonlyMap<string, System> = new Map([
  ...named(DEBIAN, ['debian']),
  ...named(UBUNTU, ['ubuntu']),
  ...named(RPM, ['ubi', 'rhel', 'oraclelinux', 'amazonlinux', 'rockylinux', 'almalinux']),
]);
const OTHER_RELEASES = [
  ...['windows', 'nanoserver', 'chiseled', 'distroless', 'cbl', 'azurelinux', 'wolfi', 'nixos', 'scratch'],
  'busybox',
];
/** Words that say nothing of a distribution. */
const NEUTRAL = new Set(['latest', 'slim', 'lts', 'stable', 'mainline', 'current', 'backports']);
/** The same with a number behind them, if any. */
const NUMBERED_NEUTRAL = new Set(['rc', 'beta', 'alpha']);

function named(system: System, words: readonly string[]): readonly (readonly [string, System])[] {
  return words.map((word) => [word, system] as const);
}

/**
 * The distribution that a tag's words name. Where they name none it is the image's usual one, so long as every word is
 * understood: a version, `slim`, `latest`, or one of the image's own words (`jdk` stands for `jdk21` too).
 */
export function systemOf(tag: string, usual: System, ownWords: readonly string[] = []): System {
  const words = tagWords(tag);
  let system: System | undefined;
  let understood = true;
  for (const word of words) {
    if (OTHER_RELEASES.some((release) => word.startsWith(release))) return NO_SYSTEM;
    const plain = withoutVersion(word);
    const release = word.startsWith('alpine') ? ALPINE : (RELEASES.get(word) ?? DISTRIBUTIONS.get(plain));
    if (release !== undefined) system = release;
    else if (!isNeutral(word, plain) && !ownWords.includes(plain)) understood = false;
  }
  return system ?? (understood ? usual : NO_SYSTEM);
}

function isNeutral(word: string, plain: string): boolean {
  return NEUTRAL.has(word) || NUMBERED_NEUTRAL.has(plain) || startsWithNumber(word);
}

/** A version, a date or a digest: `3.12`, `v2`, `20260101`. */
function startsWithNumber(word: string): boolean {
  const first = word.charAt(word.startsWith('v') ? 1 : 0);
  return first >= '0' && first <= '9';
}
