/** How a program that runs another one is told which. */
export interface WrapperForm {
  /** Flags that take the next word as their value, when it is not attached. */
  readonly valueFlags?: readonly string[];
  /** Flags with which it runs nothing that could be read. */
  readonly notWith?: readonly string[];
  /** Words between the flags and the command: `timeout 10 …`, `gosu postgres …`. */
  readonly operands?: number;
  /** True where `NAME=value` words may stand before the command. */
  readonly assigns?: boolean;
  /** `shell`: `-c` takes a script. `account`: `-c` takes one too, among other flags and a user. `words`: all words are one. */
  readonly script?: 'shell' | 'account' | 'words';
}

const SHELL: WrapperForm = { script: 'shell' };

const ACCOUNT: WrapperForm = {
  script: 'account',
  valueFlags: [
    '-c',
    '--command',
    '-s',
    '--shell',
    '-g',
    '--group',
    '-G',
    '--supp-group',
    '-w',
    '--whitelist-environment',
  ],
};

/** One entry a wrapper, by the last path part of its name. */
export const WRAPPERS: ReadonlyMap<string, WrapperForm> = new Map<string, WrapperForm>([
  // https://www.sudo.ws/docs/man/sudo.man/
  [
    'sudo',
    {
      valueFlags: [
        ...[
          '-u',
          '--user',
          '-g',
          '--group',
          '-h',
          '--host',
          '-p',
          '--prompt',
          '-C',
          '--close-from',
          '-r',
          '--role',
        ],
        ...[
          '-t',
          '--type',
          '-T',
          '--command-timeout',
          '-U',
          '--other-user',
          '-D',
          '--chdir',
          '-R',
          '--chroot',
        ],
      ],
      notWith: ['-l', '--list', '-v', '--validate', '-e', '--edit', '-V', '--version'],
      assigns: true,
    },
  ],
  ['doas', { valueFlags: ['-u', '-C', '-a'] }],
  [
    'env',
    { valueFlags: ['-u', '--unset', '-C', '--chdir'], notWith: ['-S', '--split-string'], assigns: true },
  ],
  ['time', { valueFlags: ['-f', '--format', '-o', '--output'] }],
  ['nice', { valueFlags: ['-n', '--adjustment'] }],
  [
    'ionice',
    {
      valueFlags: ['-c', '--class', '-n', '--classdata'],
      notWith: ['-p', '--pid', '-P', '--pgid', '-u', '--uid'],
    },
  ],
  ['nohup', {}],
  ['exec', { valueFlags: ['-a'] }],
  ['command', { notWith: ['-v', '-V'] }],
  ['builtin', {}],
  ['eval', { script: 'words' }],
  // https://www.gnu.org/software/findutils/manual/html_node/find_html/Invoking-xargs.html
  [
    'xargs',
    {
      valueFlags: [
        ...[
          '-a',
          '--arg-file',
          '-d',
          '--delimiter',
          '-E',
          '-I',
          '-L',
          '-n',
          '--max-args',
          '-P',
          '--max-procs',
        ],
        ...['-s', '--max-chars'],
      ],
    },
  ],
  ['timeout', { valueFlags: ['-k', '--kill-after', '-s', '--signal'], operands: 1 }],
  ['stdbuf', { valueFlags: ['-i', '--input', '-o', '--output', '-e', '--error'] }],
  [
    'setpriv',
    { valueFlags: ['--reuid', '--regid', '--groups', '--inh-caps', '--ambient-caps', '--bounding-set'] },
  ],
  ['gosu', { operands: 1 }],
  ['su-exec', { operands: 1 }],
  ['tini', { valueFlags: ['-p', '-e'] }],
  ['tini-static', { valueFlags: ['-p', '-e'] }],
  ['dumb-init', { valueFlags: ['-r', '--rewrite'] }],
  ['chroot', { valueFlags: ['--userspec', '--groups'], operands: 1 }],
  ['fakeroot', { valueFlags: ['-l', '--lib', '-s', '-i', '-b'] }],
  ['su', ACCOUNT],
  ['runuser', { ...ACCOUNT, valueFlags: [...(ACCOUNT.valueFlags ?? []), '-u', '--user'] }],
  ['sh', SHELL],
  ['bash', SHELL],
  ['dash', SHELL],
  ['ash', SHELL],
  ['ksh', SHELL],
  ['zsh', SHELL],
]);
