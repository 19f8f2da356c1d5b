import { cacheFolder, packageManager, type PackageManager } from './manager';

/**
 * The folder of the cache is /etc/apk/cache where there is one, else /var/cache/apk, which holds the index alone.
 * @see https://man.archlinux.org/man/apk.8
 * @see https://wiki.alpinelinux.org/wiki/Local_APK_cache
 */
export const apk: PackageManager = packageManager({
  name: 'apk',
  programs: ['apk'],
  valueFlags: [
    ...['-t', '--virtual', '-X', '--repository', '-p', '--root', '--arch', '--keys-dir', '--cache-dir'],
    ...['--wait', '--repositories-file', '--cache-max-age'],
  ],
  groups: ['cache'],
  refresh: ['update'],
  uses: ['add', 'fix', 'upgrade', 'fetch', 'search', 'list', 'info', 'policy', 'version'],
  install: ['add'],
  upgrade: ['upgrade'],
  packageForm: /^!?(?<name>[^=<>~@!]+)(?:@[\w-]+)?(?:[=<>~]+(?<version>.+))?/,
  caches: [
    cacheFolder('/etc/apk/cache', { flags: ['--cache-dir'] }),
    cacheFolder('/var/cache/apk', { flags: ['--cache-dir'], isWorthMount: false }),
  ],
  // Without the network nothing is fetched.
  noCache: { flags: ['--no-cache', '--no-network'], variables: [] },
  clean: ['cache clean', 'cache purge'],
  locksCache: true,
});
