import { type ShellCommand, type ShellWord } from '../../../shell/model';
import { withoutVersion } from '../../../text/without-version';
import { baseName } from './fetched-file';

/** What is done with a file that makes it count: it is run, unpacked or installed. */
export type FileUse = 'run' | 'unpacked' | 'installed';

const unpackers = new Set([
  ...[
    'tar',
    'bsdtar',
    'unzip',
    'gunzip',
    'bunzip2',
    'unxz',
    'xz',
    'gzip',
    'bzip2',
    'zstd',
    '7z',
    '7za',
    'cpio',
    'jar',
  ],
]);
const interpreters = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'perl', 'ruby', 'node', 'php', 'java']);
const managers = new Set(['apt', 'apt-get', 'yum', 'dnf', 'microdnf', 'zypper', 'apk', 'rpm', 'dpkg']);

/** What the command does with the file of that name; absent where it does none of these things. */
export function useOf(command: ShellCommand, file: string): FileUse | undefined {
  const { name, args, program } = command;
  if (program !== undefined && /^\.{0,2}\/|\$/.test(program.value) && isNamed(program, file)) return 'run';
  if (!args.some((word) => isNamed(word, file))) return undefined;
  if (unpackers.has(name)) return unpacks(command) ? 'unpacked' : undefined;
  if (interpreters.has(name) || withoutVersion(name) === 'python' || name === 'source' || name === '.')
    return 'run';
  if (name === 'chmod') return args.some(({ value }) => isExecutableMode(value)) ? 'run' : undefined;
  if (name === 'install')
    return args.slice(0, -1).some((word) => isNamed(word, file)) ? 'installed' : undefined;
  return managers.has(name) && installs(command) ? 'installed' : undefined;
}

/** Whether the command unpacks what it is given, be it by its standard input. */
export function unpacks({ name, args }: ShellCommand): boolean {
  if (name === 'tar' || name === 'bsdtar') {
    const [first] = args;
    const isOldStyle =
      first !== undefined && !first.value.startsWith('-') && /^[a-zA-Z]*x[a-zA-Z]*$/.test(first.value);
    return isOldStyle || args.some(({ value }) => /^-[a-zA-Z]*x|^--(?:extract|get)$/.test(value));
  }
  if (/^(?:gzip|bzip2|xz|zstd)$/.test(name))
    return args.some(({ value }) => /^-[a-z]*d|^--(?:decompress|uncompress)$/.test(value));
  if (name === 'cpio') return args.some(({ value }) => /^-[a-z]*i|^--extract$/.test(value));
  return unpackers.has(name);
}

function installs({ name, args }: ShellCommand): boolean {
  if (name === 'dpkg') return args.some(({ value }) => /^-[a-z]*i|^--install$/.test(value));
  if (name === 'rpm') return args.some(({ value }) => /^-[a-zA-Z]*[iU]|^--(?:install|upgrade)$/.test(value));
  return args.some(({ value }) => /^(?:install|in|localinstall|add|reinstall)$/.test(value));
}

function isExecutableMode(mode: string): boolean {
  return /^[0-7]*[1357][0-7]{0,2}$/.test(mode) || /^[ugoa]*\+[rwst]*x/.test(mode);
}

/** Whether a word names the file, in whatever folder; `*.deb` names every file that ends so. */
function isNamed(word: ShellWord, file: string): boolean {
  const name = baseName(word.value);
  if (name === undefined) return false;
  if (!name.includes('*')) return name === file;
  const [start = '', ...rest] = name.split('*');
  return file.startsWith(start) && file.endsWith(rest.at(-1) ?? '') && !/^\*+$/.test(name);
}
