import { cacheFolder, packageManager, type PackageManager } from './manager';

const install = ['install', 'in', 'localinstall', 'reinstall', 'groupinstall'];
const upgrade = ['upgrade', 'update', 'up', 'distro-sync', 'dup', 'upgrade-minimal', 'update-minimal'];

/** https://dnf.readthedocs.io/en/latest/command_ref.html */
const ofDnf = {
  valueFlags: [
    ...['-x', '--exclude', '-c', '--config', '-e', '-d', '-R', '--installroot', '--releasever', '--setopt'],
    ...['--repo', '--repoid', '--enablerepo', '--disablerepo', '--forcearch', '--comment', '--disableplugin'],
  ],
  refresh: ['makecache', 'check-update'],
  uses: [
    ...[...install, ...upgrade, 'group', 'module', 'swap', 'builddep', 'download', 'search', 'info', 'list'],
    ...['repoquery', 'provides'],
  ],
  install,
  upgrade,
  asks: [...install, ...upgrade, 'remove', 'erase', 'rm', 'autoremove', 'swap', 'builddep', 'downgrade'],
  quiet: ['-y', '--assumeyes', '--assumeno', '-h', '--help', '--version'],
  // A version has a dot: `java-11-openjdk` is all name.
  packageForm: /^(?<name>[^@].*?)(?:-(?:\d+:)?(?<version>\d[^-]*\.[^-]*(?:-[^-]+)?))?$/,
  clean: ['clean'],
  locksCache: true,
} satisfies Partial<PackageManager>;

/** The second folder is that of dnf 5: https://dnf5.readthedocs.io/en/latest/dnf5.conf.5.html */
export const dnf: PackageManager = packageManager({
  name: 'dnf',
  programs: ['dnf', 'dnf5'],
  ...ofDnf,
  caches: [cacheFolder('/var/cache/dnf'), cacheFolder('/var/cache/libdnf5')],
});

/** Of Red Hat's systems since release 8 it is dnf under its old name. */
export const yum: PackageManager = packageManager({
  name: 'yum',
  programs: ['yum'],
  ...ofDnf,
  caches: [cacheFolder('/var/cache/yum'), cacheFolder('/var/cache/dnf')],
});

/** https://github.com/rpm-software-management/microdnf */
export const microdnf: PackageManager = packageManager({
  name: 'microdnf',
  programs: ['microdnf'],
  ...ofDnf,
  caches: [cacheFolder('/var/cache/yum'), cacheFolder('/var/cache/dnf')],
});

/** https://en.opensuse.org/SDB:Zypper_manual */
export const zypper: PackageManager = packageManager({
  name: 'zypper',
  programs: ['zypper'],
  valueFlags: [
    ...['-R', '--root', '-r', '--repo', '--from', '-t', '--type', '--reposd-dir', '-D', '--plus-repo', '-p'],
  ],
  refresh: ['refresh', 'ref'],
  uses: [
    ...['install', 'in', 'update', 'up', 'patch', 'dist-upgrade', 'dup', 'source-install', 'si', 'search'],
    'se',
  ],
  install: ['install', 'in'],
  upgrade: ['update', 'up', 'patch', 'dist-upgrade', 'dup'],
  asks: ['install', 'in', 'update', 'up', 'patch', 'dist-upgrade', 'dup', 'remove', 'rm'],
  quiet: ['-n', '--non-interactive', '-y', '--no-confirm', '--dry-run', '-h', '--help'],
  packageForm: /^[-+]?(?<name>[^=<>/]+)(?:[=<>]+(?<version>.+))?/,
  caches: [cacheFolder('/var/cache/zypp')],
  clean: ['clean', 'cc'],
  locksCache: true,
});
