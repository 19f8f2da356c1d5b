import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { flagUse, flagValue } from '../../../shell/flags';
import { type ShellCommand, type ShellWord } from '../../../shell/model';
import { type Span } from '../../../text/span';
import { dockerfileRule } from '../../rule';

export const passwordSet = dockerfileRule({
  id: 'password-set',
  summary: 'An image must not give accounts a password.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: 'Everybody who can read this file or pull the image knows this password. Accounts of a container need none: switch to them by USER.',
    hash: 'Everybody who can pull the image can try this password against its hash. Accounts of a container need none: switch to them by USER.',
    empty: 'This account needs no password any more: every program of the container can become it.',
  },
  sameAs: { checkov: ['CKV2_DOCKER_17'] },
  since: '0.1.0',
  mentions: ['passwd', 'password', 'useradd', 'usermod'],
  check({ dockerfile, report }) {
    for (const stage of dockerfile.shippedStages)
      for (const run of instructionsOf(stage, 'RUN', { triggers: true }))
        for (const command of commandsOf(run)) {
          const found = typed(command) ?? flagged(command);
          if (found !== undefined) report(found);
        }
  },
});

interface Found {
  readonly message: 'base' | 'hash' | 'empty';
  readonly at: Span;
}

/** What chpasswd or passwd is given to read: by a pipe, `<<<` or a here-document. */
function typed(command: ShellCommand): Found | undefined {
  const isPasswd = command.name === 'passwd' && flagUse(command, '--stdin') !== undefined;
  if (command.name !== 'chpasswd' && !isPasswd) return undefined;
  const message = flagUse(command, '-e', '--encrypted') === undefined ? 'base' : 'hash';
  for (const { operator, target, heredoc } of command.redirects) {
    if (operator === '<<<' && target !== undefined && holdsPassword(target, isPasswd))
      return { message, at: target.span };
    const line = heredoc === undefined ? null : /[\w.-]+:[^\s$`]+/.exec(heredoc.text);
    if (heredoc !== undefined && line !== null)
      return { message, at: heredoc.spanOf(line.index, line.index + line[0].length) };
  }
  const { pipeline } = command;
  const at = pipeline?.commands.findIndex(({ span }) => span.start === command.span.start) ?? -1;
  const before = pipeline?.commands[at - 1];
  if (before === undefined || !/^(?:echo|printf)$/.test(before.name)) return undefined;
  const word = before.args.find((each) => holdsPassword(each, isPasswd));
  return word && { message, at: word.span };
}

/** `name:password`, or a password alone; one that a variable or a command gives may come from a secret. */
function holdsPassword({ value, raw }: ShellWord, isAlone: boolean): boolean {
  if (/^-\w+$/.test(value) || value.startsWith('%s')) return false;
  const password = isAlone ? value : /^[^:\s]+:(.+)$/s.exec(value)?.[1];
  return password !== undefined && (!/[$`]/.test(password) || raw.startsWith("'"));
}

/** `useradd -p …`, `usermod -p …`, `passwd -d`. A hash of `!` or `*` locks the account. */
function flagged(command: ShellCommand): Found | undefined {
  if (command.name === 'passwd') {
    const use = flagUse(command, '-d', '--delete');
    return use && { message: 'empty', at: use.span };
  }
  if (command.name !== 'useradd' && command.name !== 'usermod') return undefined;
  const password = flagValue(command, '-p', '--password');
  if (password?.literal !== true || /^[!*x]/.test(password.value)) return undefined;
  return { message: password.value === '' ? 'empty' : 'hash', at: password.valueSpan };
}
