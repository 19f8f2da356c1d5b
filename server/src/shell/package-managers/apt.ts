import { cacheFolder, packageManager, type PackageManager } from './manager';

const valueFlags = [
  ...['-o', '--option', '-c', '--config-file', '-t', '--target-release', '--default-release'],
  ...['-a', '--host-architecture', '-P', '--build-profiles'],
];
const install = ['install', 'reinstall'];
const upgrade = ['upgrade', 'full-upgrade', 'dist-upgrade', 'dselect-upgrade'];
const caches = [cacheFolder('/var/cache/apt'), cacheFolder('/var/lib/apt')];
const packageForm = /^(?<name>[^=/:]+)(?::[\w-]+)?(?:[=/](?<version>.+))?/;

/** https://manpages.debian.org/stable/apt/apt-get.8.en.html */
export const apt: PackageManager = packageManager({
  name: 'apt',
  programs: ['apt-get', 'apt'],
  valueFlags,
  refresh: ['update'],
  uses: [
    ...[...install, 'satisfy', ...upgrade, 'build-dep', 'source', 'download', 'changelog', 'indextargets'],
    ...['search', 'show', 'list', 'policy'],
  ],
  install,
  upgrade,
  asks: [...install, 'satisfy', ...upgrade, 'build-dep', 'remove', 'purge', 'autoremove', 'autopurge'],
  quiet: [
    ...['-y', '--yes', '--assume-yes', '--assume-no', '--print-uris'],
    ...['-s', '--simulate', '--just-print', '--dry-run', '--recon', '--no-act'],
    ...['-h', '--help'],
  ],
  packageForm,
  caches,
  clean: ['clean', 'autoclean', 'dist-clean', 'distclean'],
  locksCache: true,
});

/** https://manpages.debian.org/stable/aptitude/aptitude.8.en.html */
export const aptitude: PackageManager = packageManager({
  name: 'aptitude',
  programs: ['aptitude'],
  packagesOf: 'apt',
  valueFlags: [...valueFlags, '-F', '--display-format', '-q', '-w', '--width', '-O', '--sort'],
  refresh: ['update'],
  uses: ['install', 'reinstall', 'safe-upgrade', 'full-upgrade', 'build-dep', 'download', 'search', 'show'],
  install,
  upgrade: ['upgrade', 'safe-upgrade', 'full-upgrade', 'dist-upgrade'],
  asks: [...install, 'safe-upgrade', 'full-upgrade', 'build-dep', 'remove', 'purge'],
  quiet: ['-y', '--assume-yes', '-s', '--simulate', '-d', '--download-only', '-h', '--help'],
  packageForm,
  caches,
  clean: ['clean', 'autoclean'],
  locksCache: true,
});
