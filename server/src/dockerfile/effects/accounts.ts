import { type ShellCommand } from '../../shell/model';
import { known, UNKNOWN, valueOf, type Known } from '../../text/known';
import { type Effects, type CopyInstruction, type Stage } from '../model';
import { commandsOf } from '../walk';
import { readOperands, type ValueFlags } from './options';

export type Account = Extract<Effects['users'], { readonly state: 'known' }>['value'][number];

const PASSWD = '/etc/passwd';

/** `useradd` of shadow-utils; `adduser` is that on Red Hat's systems. */
const USERADD: ValueFlags = {
  short: 'bcdefgGkKpsuZRP',
  long: [
    '--badname',
    '--base-dir',
    '--comment',
    '--expiredate',
    '--gid',
    '--groups',
    '--home-dir',
    '--inactive',
    '--key',
    '--password',
    '--prefix',
    '--root',
    '--selinux-user',
    '--shell',
    '--skel',
    '--uid',
  ],
};

/** Debian's and BusyBox's `adduser` in one: they share no flag with two meanings. */
const ADDUSER: ValueFlags = {
  short: 'bcdefgGhkKpsuZR',
  long: [
    ...USERADD.long,
    '--conf',
    '--firstgid',
    '--firstuid',
    '--gecos',
    '--home',
    '--ingroup',
    '--lastgid',
    '--lastuid',
  ].filter((name) => name !== '--badname'),
};

/** Commands that only read the file, or change what it is not about. */
const READERS = new Set([
  'cat',
  'grep',
  'egrep',
  'getent',
  'ls',
  'cut',
  'awk',
  'head',
  'tail',
  'test',
  '[',
  'wc',
  'chmod',
  'chown',
  'stat',
  'pwck',
]);

/** Accounts that the stage's own instructions create; unknown where they change the file in a way not followed. */
export function accountsOf(stage: Stage): Known<readonly Account[]> {
  const accounts: Account[] = [];
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
      if (mayBringPasswd(instruction)) return UNKNOWN;
      continue;
    }
    if (instruction.keyword !== 'RUN') continue;
    for (const command of commandsOf(instruction)) {
      const created = accountOf(command);
      if (created === 'unknown') return UNKNOWN;
      if (created !== undefined) accounts.push(created);
    }
  }
  return known(accounts);
}

/** Whether /etc/passwd may be among what is copied: it is the destination, or lies in it. */
function mayBringPasswd(instruction: CopyInstruction): boolean {
  if (instruction.destination === undefined) return false;
  const destination = valueOf(instruction.destinationPath);
  return destination === undefined || destination === '/' || destination === '/etc' || destination === PASSWD;
}

function accountOf(command: ShellCommand): Account | 'unknown' | undefined {
  switch (command.name) {
    case 'useradd':
      return byFlags(command, USERADD, ['-u', '--uid']);
    case 'adduser':
      return byFlags(command, ADDUSER, ['-u', '--uid']);
    case 'usermod':
    case 'newusers':
    case 'vipw':
      return 'unknown';
    default:
      return byLine(command);
  }
}

function byFlags(
  command: ShellCommand,
  flags: ValueFlags,
  uidFlags: string[],
): Account | 'unknown' | undefined {
  const { operands, value, has } = readOperands(command.args, flags);
  const [name] = operands;
  if (name === undefined) return undefined;
  // `adduser USER GROUP` takes an account that is there already; `adduser --group NAME` makes a group.
  if (command.name === 'adduser' && (operands.length > 1 || (has('--group') && !has('--system'))))
    return undefined;
  if (!name.literal) return 'unknown';
  const uid = value(...uidFlags);
  const number = typeof uid === 'string' ? uid : uid?.literal === true ? uid.value : undefined;
  return {
    name: name.value,
    span: name.span,
    uid: number !== undefined && /^\d+$/.test(number) ? number : undefined,
  };
}

/** `echo 'app:x:1000:1000::/:/bin/false' >> /etc/passwd`. */
function byLine(command: ShellCommand): Account | 'unknown' | undefined {
  const writes = command.redirects.some(
    ({ operator, target }) => operator.startsWith('>') && target?.value === PASSWD,
  );
  const line = command.args.find(({ value }) => /^[^:\s]+:[^:]*:\d*:/.test(value));
  if (writes) {
    const [, name, uid] = /^([a-z_][\w.-]*\$?):[^:]*:(\d+):/i.exec(line?.value ?? '') ?? [];
    if (line === undefined || name === undefined) return 'unknown';
    const start = line.span.start + line.raw.indexOf(name);
    return { name, uid, span: { start, end: start + name.length } };
  }
  const touches = command.args.some(({ value }) => value === PASSWD || value.endsWith(PASSWD));
  return touches && !READERS.has(command.name) ? 'unknown' : undefined;
}
