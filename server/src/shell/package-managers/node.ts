import { cacheFolder, packageManager, type PackageManager } from './manager';

/** `name`, `@scope/name`, `name@1.2`; an alias (`a@npm:b`) is no package that a version could be read of. */
const packageForm = /^(?<name>(?:@[\w.-]+\/)?[\w.-]+)(?:@(?<version>[^:/]+))?$/;
/** Tags of the registry move; a version begins with a digit or an operator. */
const movingVersions = /^(?!v\d)[a-z]/i;

/** https://docs.npmjs.com/cli/commands/npm-install */
export const npm: PackageManager = packageManager({
  name: 'npm',
  programs: ['npm'],
  valueFlags: [
    ...['--prefix', '--registry', '--cache', '-w', '--workspace', '-C', '--omit', '--include', '--loglevel'],
    ...['--userconfig', '--before', '--tag', '--install-strategy', '--fetch-timeout', '--fetch-retries'],
  ],
  groups: ['cache', 'config'],
  install: ['install', 'i', 'add', 'in', 'isntall'],
  restore: ['ci', 'clean-install', 'ic', 'install-ci-test', 'cit', 'update', 'up', 'upgrade'],
  packageForm,
  movingVersions,
  caches: [
    cacheFolder('~/.npm', {
      flags: ['--cache'],
      variables: [
        ['npm_config_cache', ''],
        ['NPM_CONFIG_CACHE', ''],
      ],
    }),
  ],
  clean: ['cache clean', 'cache clear', 'cache rm'],
});

/** The folders are those of yarn 1, for root and for others: https://classic.yarnpkg.com/en/docs/cli/cache */
export const yarn: PackageManager = packageManager({
  name: 'yarn',
  programs: ['yarn', 'yarnpkg'],
  valueFlags: ['--cache-folder', '--cwd', '--registry', '--network-timeout', '--modules-folder', '--mutex'],
  groups: ['cache', 'config', 'global', 'workspaces'],
  bare: 'install',
  install: ['add', 'global add'],
  restore: ['install', 'workspaces focus', 'upgrade', 'up'],
  packageForm,
  movingVersions,
  caches: [
    cacheFolder('/usr/local/share/.cache/yarn', {
      flags: ['--cache-folder'],
      variables: [['YARN_CACHE_FOLDER', '']],
    }),
  ],
  clean: ['cache clean'],
});

/** https://pnpm.io/docker; the store: https://pnpm.io/settings#storedir */
export const pnpm: PackageManager = packageManager({
  name: 'pnpm',
  programs: ['pnpm'],
  valueFlags: ['--store-dir', '-C', '--dir', '--registry', '-F', '--filter', '--reporter', '--loglevel'],
  groups: ['store', 'config'],
  install: ['add'],
  restore: ['install', 'i', 'fetch', 'update', 'up', 'upgrade', 'deploy'],
  packageForm,
  movingVersions,
  caches: [
    cacheFolder('~/.local/share/pnpm/store', {
      flags: ['--store-dir'],
      variables: [
        ['npm_config_store_dir', ''],
        ['PNPM_HOME', '/store'],
        ['XDG_DATA_HOME', '/pnpm/store'],
      ],
    }),
  ],
  clean: ['store prune'],
});

/** https://bun.com/docs/install/cache */
export const bun: PackageManager = packageManager({
  name: 'bun',
  programs: ['bun'],
  valueFlags: ['--cache-dir', '--cwd', '-c', '--config', '--registry', '--filter', '--backend', '--omit'],
  groups: ['pm'],
  install: ['add', 'a'],
  restore: ['install', 'i', 'update'],
  packageForm,
  movingVersions,
  caches: [
    cacheFolder('~/.bun/install/cache', {
      flags: ['--cache-dir'],
      variables: [
        ['BUN_INSTALL_CACHE_DIR', ''],
        ['BUN_INSTALL', '/install/cache'],
        ['XDG_CACHE_HOME', '/.bun/install/cache'],
      ],
    }),
  ],
  noCache: { flags: ['--no-cache'], variables: [] },
  clean: ['pm cache'],
});
