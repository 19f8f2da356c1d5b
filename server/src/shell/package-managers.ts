import { operands } from './flags';
import { type ShellCommand, type ShellWord } from './model';

/** How a system's package manager is driven. A rule about one more manager begins with its entry here. */
export interface PackageManager {
  readonly name: 'apt' | 'apk' | 'dnf' | 'zypper';
  /** Programs that take these words. */
  readonly programs: readonly string[];
  /** Flags that take the next word. */
  readonly valueFlags: readonly string[];
  /** Subcommands that fetch the lists of packages and do nothing else. */
  readonly refresh: readonly string[];
  /** Subcommands that read the lists: they install, upgrade, download or tell of packages. */
  readonly uses: readonly string[];
  /** Subcommands that bring new packages by name. */
  readonly install: readonly string[];
  /** Subcommands that ask before they act. */
  readonly asks: readonly string[];
}

/** https://manpages.debian.org/stable/apt/apt-get.8.en.html */
const apt: PackageManager = {
  name: 'apt',
  programs: ['apt-get', 'apt'],
  valueFlags: [
    ...['-o', '--option', '-c', '--config-file', '-t', '--target-release', '--default-release'],
    ...['-a', '--host-architecture', '-P', '--build-profiles'],
  ],
  refresh: ['update'],
  uses: [
    ...['install', 'reinstall', 'satisfy', 'upgrade', 'full-upgrade', 'dist-upgrade', 'dselect-upgrade'],
    ...['build-dep', 'source', 'download', 'changelog', 'indextargets', 'search', 'show', 'list', 'policy'],
  ],
  install: ['install', 'reinstall'],
  asks: [
    ...['install', 'reinstall', 'satisfy', 'upgrade', 'full-upgrade', 'dist-upgrade', 'dselect-upgrade'],
    ...['build-dep', 'remove', 'purge', 'autoremove', 'autopurge'],
  ],
};

/** https://man.archlinux.org/man/apk.8 */
const apk: PackageManager = {
  name: 'apk',
  programs: ['apk'],
  valueFlags: [
    ...[
      '-t',
      '--virtual',
      '-X',
      '--repository',
      '-p',
      '--root',
      '--arch',
      '--keys-dir',
      '--cache-dir',
      '--wait',
    ],
    ...['--repositories-file', '--cache-max-age'],
  ],
  refresh: ['update'],
  uses: ['add', 'fix', 'upgrade', 'fetch', 'search', 'list', 'info', 'policy', 'version'],
  install: ['add'],
  asks: [],
};

/** https://dnf.readthedocs.io/en/latest/command_ref.html */
const dnf: PackageManager = {
  name: 'dnf',
  programs: ['dnf', 'yum', 'microdnf', 'dnf5'],
  valueFlags: [
    ...['-x', '--exclude', '-c', '--config', '-e', '-d', '-R', '--installroot', '--releasever', '--setopt'],
    ...['--repo', '--repoid', '--enablerepo', '--disablerepo', '--forcearch', '--comment'],
  ],
  refresh: ['makecache', 'check-update'],
  uses: [
    ...[
      'install',
      'in',
      'localinstall',
      'reinstall',
      'upgrade',
      'update',
      'up',
      'distro-sync',
      'groupinstall',
    ],
    ...['group', 'module', 'swap', 'builddep', 'download', 'search', 'info', 'list', 'repoquery', 'provides'],
  ],
  install: ['install', 'in', 'localinstall', 'reinstall', 'groupinstall'],
  asks: [
    ...[
      'install',
      'in',
      'localinstall',
      'reinstall',
      'upgrade',
      'update',
      'up',
      'distro-sync',
      'groupinstall',
    ],
    ...['remove', 'erase', 'rm', 'autoremove', 'swap', 'builddep', 'downgrade'],
  ],
};

/** https://en.opensuse.org/SDB:Zypper_manual */
const zypper: PackageManager = {
  name: 'zypper',
  programs: ['zypper'],
  valueFlags: [
    '-R',
    '--root',
    '-r',
    '--repo',
    '--from',
    '-t',
    '--type',
    '--reposd-dir',
    '-D',
    '--plus-repo',
    '-p',
  ],
  refresh: ['refresh', 'ref'],
  uses: [
    'install',
    'in',
    'update',
    'up',
    'patch',
    'dist-upgrade',
    'dup',
    'source-install',
    'si',
    'search',
    'se',
  ],
  install: ['install', 'in'],
  asks: ['install', 'in', 'update', 'up', 'patch', 'dist-upgrade', 'dup', 'remove', 'rm'],
};

const byProgram: ReadonlyMap<string, PackageManager> = new Map(
  [apt, apk, dnf, zypper].flatMap((manager) =>
    manager.programs.map((program) => [program, manager] as const),
  ),
);

/** A package manager at work. */
export interface PackageCommand {
  readonly manager: PackageManager;
  readonly command: ShellCommand;
  readonly program: ShellWord;
  /** The subcommand: `install`. */
  readonly verb: ShellWord;
  /** The words after the subcommand that are no flags, as a rule packages. */
  readonly operands: readonly ShellWord[];
}

/** Reads a command of a package manager; absent where it is none, or has no subcommand. */
export function packageCommand(command: ShellCommand): PackageCommand | undefined {
  const manager = byProgram.get(command.name);
  if (manager === undefined || command.program === undefined) return undefined;
  const [verb, ...rest] = operands(command, manager.valueFlags);
  return verb && { manager, command, program: command.program, verb, operands: rest };
}
