import { cacheFolder, packageManager, type PackageManager } from './manager';

/** Name and version specifiers: https://packaging.python.org/en/latest/specifications/dependency-specifiers/ */
const packageForm =
  /^(?<name>[A-Za-z\d][\w.-]*)(?:\[[^\]]*\])?\s*(?:(?:===?|~=|[<>!]=?)\s*(?<version>[^,;\s]+).*|;.*)?$/;

/** https://pip.pypa.io/en/stable/cli/pip_install/ */
const valueFlags = [
  ...['-r', '--requirement', '-c', '--constraint', '-e', '--editable', '-i', '--index-url', '--index'],
  ...['--extra-index-url', '--default-index', '-f', '--find-links', '-t', '--target', '--prefix', '--root'],
  ...['-p', '--python', '--trusted-host', '--platform', '--cache-dir', '--no-binary', '--only-binary'],
  ...['--retries', '--timeout', '--proxy', '--src', '--progress-bar', '--upgrade-strategy'],
  ...['--implementation', '--python-version', '--abi', '--log', '--cert', '--client-cert', '--group'],
  ...['--config-settings', '-C', '--global-option', '--report', '--root-user-action', '--use-feature'],
  ...['--exists-action', '--use-deprecated', '--resume-retries', '-d', '--dest', '-w', '--wheel-dir'],
];
const constraints = ['-c', '--constraint', '--require-hashes'];

/** `python -m pip` is read as pip. */
export const pip: PackageManager = packageManager({
  name: 'pip',
  programs: ['pip', 'pip2', 'pip3'],
  valueFlags,
  groups: ['cache', 'config'],
  install: ['install'],
  restore: ['download', 'wheel'],
  packageForm,
  pins: constraints,
  caches: [
    cacheFolder('~/.cache/pip', {
      flags: ['--cache-dir'],
      variables: [
        ['PIP_CACHE_DIR', ''],
        ['XDG_CACHE_HOME', '/pip'],
      ],
    }),
  ],
  noCache: { flags: ['--no-cache-dir', '--no-cache'], variables: ['PIP_NO_CACHE_DIR'] },
  clean: ['cache purge'],
});

/** https://pipx.pypa.io/stable/reference/cli/; it installs by pip. */
export const pipx: PackageManager = packageManager({
  name: 'pipx',
  programs: ['pipx'],
  packagesOf: 'pip',
  valueFlags: ['--spec', '--index-url', '-i', '--python', '--pip-args', '--suffix', '--preinstall'],
  install: ['install', 'inject'],
  packageForm,
  pins: ['--spec'],
  caches: pip.caches,
  noCache: { flags: [], variables: ['PIP_NO_CACHE_DIR'] },
});

/** https://docs.astral.sh/uv/reference/cli/; its cache: https://docs.astral.sh/uv/reference/storage/#cache-directory */
export const uv: PackageManager = packageManager({
  name: 'uv',
  programs: ['uv'],
  packagesOf: 'pip',
  valueFlags: [
    ...valueFlags,
    ...['--python-preference', '--python-fetch', '--color', '--directory', '--project', '--config-file'],
    ...['--allow-insecure-host', '--extra', '--no-install-package', '--no-extra', '--link-mode', '--with'],
  ],
  groups: ['pip', 'tool', 'python', 'cache', 'self', 'auth'],
  install: ['pip install', 'add', 'tool install'],
  restore: ['sync', 'pip sync', 'run', 'tool run'],
  packageForm,
  pins: constraints,
  movingVersions: /^latest$/,
  caches: [
    cacheFolder('~/.cache/uv', {
      flags: ['--cache-dir'],
      variables: [
        ['UV_CACHE_DIR', ''],
        ['XDG_CACHE_HOME', '/uv'],
      ],
    }),
  ],
  hasOwnCacheRules: true,
  noCache: { flags: ['--no-cache', '--no-cache-dir', '-n'], variables: ['UV_NO_CACHE'] },
  clean: ['cache clean', 'cache prune'],
});

/** https://python-poetry.org/docs/cli/ */
export const poetry: PackageManager = packageManager({
  name: 'poetry',
  programs: ['poetry'],
  valueFlags: [
    '--without',
    '--with',
    '--only',
    '-E',
    '--extras',
    '-C',
    '--directory',
    '-P',
    '--project',
    '-G',
  ],
  groups: ['cache', 'self', 'config', 'env'],
  install: ['add', 'self add'],
  restore: ['install', 'sync', 'update'],
  packageForm: /^(?<name>[A-Za-z\d][\w.-]*)(?:\[[^\]]*\])?(?:@?(?<version>[\^~=<>!\d*].*)|@(?:latest))?$/,
  caches: [
    cacheFolder('~/.cache/pypoetry', {
      variables: [
        ['POETRY_CACHE_DIR', ''],
        ['XDG_CACHE_HOME', '/pypoetry'],
      ],
    }),
  ],
  noCache: { flags: ['--no-cache'], variables: [] },
  clean: ['cache clear'],
});

/** https://docs.conda.io/projects/conda/en/stable/commands/index.html */
export const conda: PackageManager = packageManager({
  name: 'conda',
  programs: ['conda', 'mamba', 'micromamba'],
  valueFlags: ['-n', '--name', '-p', '--prefix', '-c', '--channel', '-f', '--file', '--solver', '-r'],
  groups: ['env', 'config'],
  install: ['install', 'create', 'env create'],
  restore: ['env update'],
  upgrade: ['update', 'upgrade'],
  packageForm: /^(?:[\w./-]+::)?(?<name>[A-Za-z_][\w.-]*)(?:\s*[=<>!~]+\s*(?<version>.+))?$/,
  pins: ['-f', '--file'],
  caches: [
    cacheFolder('/opt/conda/pkgs', {
      variables: [
        ['CONDA_PKGS_DIRS', ''],
        ['MAMBA_ROOT_PREFIX', '/pkgs'],
      ],
    }),
  ],
  clean: ['clean'],
  locksCache: true,
});
