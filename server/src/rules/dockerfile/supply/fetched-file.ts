import { flagValues, hasFlag, operands } from '../../../shell/flags';
import { type ShellCommand, type ShellWord } from '../../../shell/model';
import { isLocalAddress } from '../transport/local-address';

/** A download of a shell script. */
export interface Fetch {
  readonly command: ShellCommand;
  /** The address; the program where it cannot be told. */
  readonly word: ShellWord;
  /** Last path part of the file that it is written to, as far as it is known; absent for standard output. */
  readonly file?: string | undefined;
}

const curlValueFlags = [
  ...[
    '-o',
    '--output',
    '-H',
    '--header',
    '-u',
    '--user',
    '-A',
    '--user-agent',
    '-e',
    '--referer',
    '-x',
    '--proxy',
  ],
  ...[
    '-d',
    '--data',
    '--retry',
    '--retry-delay',
    '--retry-max-time',
    '--connect-timeout',
    '-m',
    '--max-time',
  ],
  ...[
    '-X',
    '--request',
    '-w',
    '--write-out',
    '--cacert',
    '-E',
    '--cert',
    '--key',
    '--proto',
    '--output-dir',
    '-b',
  ],
  ...[
    '--tls-max',
    '--ciphers',
    '--resolve',
    '-K',
    '--config',
    '--url',
    '-c',
    '--cookie-jar',
    '-r',
    '--range',
  ],
];
const wgetValueFlags = [
  ...[
    '-O',
    '--output-document',
    '-P',
    '--directory-prefix',
    '-U',
    '--user-agent',
    '-t',
    '--tries',
    '-T',
    '--timeout',
  ],
  ...['-o', '--output-file', '-a', '--append-output', '--header', '-e', '--execute', '-w', '--wait', '-i'],
];

const schemes = ['https://', 'http://', 'ftp://'];

/** What curl or wget fetch here; absent for other commands, and for what the machine itself serves. */
export function fetchOf(command: ShellCommand): Fetch | undefined {
  const isCurl = command.name === 'curl';
  if ((!isCurl && command.name !== 'wget') || command.program === undefined) return undefined;
  const words = operands(command, isCurl ? curlValueFlags : wgetValueFlags);
  const url = words.find(({ value }) => schemes.some((scheme) => value.startsWith(scheme))) ?? words[0];
  if (url !== undefined && (isLocalAddress(url.value) || url.value.startsWith('file:'))) return undefined;
  const file = isCurl ? curlFile(command, url) : wgetFile(command, url);
  const target = command.redirects.find(({ operator }) => operator === '>' || operator === '>>')?.target;
  const written = file === 'stdout' ? target?.value : file;
  return {
    command,
    word: url ?? command.program,
    file: written === undefined ? undefined : baseName(written),
  };
}

function curlFile(command: ShellCommand, url: ShellWord | undefined): string | undefined {
  const [output] = flagValues(command, '-o', '--output');
  if (output !== undefined) return output.value === '-' ? 'stdout' : output.value;
  const isNamed = hasFlag(command, '-O', '--remote-name', '--remote-name-all', '-J', '--remote-header-name');
  return isNamed ? urlFile(url) : 'stdout';
}

function wgetFile(command: ShellCommand, url: ShellWord | undefined): string | undefined {
  if (command.args.some(({ value }) => /^-[a-zA-Z]*O-$/.test(value))) return 'stdout';
  const [output] = flagValues(command, '-O', '--output-document');
  if (output !== undefined) return output.value === '-' ? 'stdout' : output.value;
  return urlFile(url);
}

function urlFile(url: ShellWord | undefined): string | undefined {
  return url?.value.replace(/[?#].*$/, '');
}

/** The last part of a path; absent where it has none. */
export function baseName(path: string): string | undefined {
  return /([^/]+)\/*$/.exec(path)?.[1];
}
