import { programOf } from '../../../dockerfile/interpreters';
import { type CommandInstruction, type Stage } from '../../../dockerfile/model';
import { commandsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';
import { bringsAccountSwitch } from './account-switch';

/** An account that a stage makes. */
export interface MadeAccount {
  readonly name: string;
  readonly span: Span;
}

/**
 * The account that a stage makes while nothing switches to it; absent where what the container starts may do so itself.
 * Whoever can make an account is root, so that the container runs as root, whatever its image.
 */
export function unusedAccount(stage: Stage): MadeAccount | undefined {
  if (stage.final.user.instruction !== undefined) return undefined;
  const account = valueOf(stage.effects.users)?.at(-1);
  if (account === undefined || maySwitch(stage, account.name)) return undefined;
  return account;
}

/** Servers that give up root by themselves, and what starts programs as another account. */
const switches =
  /^(?:nginx|apache2|apache2ctl|apachectl|httpd|httpd-foreground|haproxy|php-fpm[\d.]*|sshd|postfix|dovecot|named|chronyd|vsftpd|proftpd|exim4?|squid|varnishd|mysqld?|mariadbd?|cron|crond|x?inetd|supervisord|runsvdir|s6-svscan|init|systemd|gosu|su-exec|setpriv|runuser|su|sudo|doas|chpst|s6-setuidgid|setuidgid|start-stop-daemon|capsh)$/;

function maySwitch(stage: Stage, account: string): boolean {
  const started = (['ENTRYPOINT', 'CMD'] as const).flatMap((keyword) => {
    const instruction = stage.effective(keyword);
    return instruction?.keyword === keyword ? [instruction] : [];
  });
  return started.some((instruction) => startsSwitch(instruction, account)) || bringsAccountSwitch(stage);
}

function startsSwitch(instruction: CommandInstruction, account: string): boolean {
  const { json } = instruction;
  const words = json?.items.map(({ value }) => value) ?? commandsOf(instruction).flatMap(wordsOf);
  const [first = ''] = words;
  // What a script does cannot be seen here.
  if (/\.sh$|entrypoint|\/init$/i.test(first) || /^(?:sh|bash|ash|dash)$/.test(programOf(first))) return true;
  return words.some(
    (word, at) =>
      switches.test(programOf(word)) ||
      (at > 0 && word === account) ||
      /^--?(?:user|uid|setuid)\b/.test(word),
  );
}

function wordsOf({ program, args, wrappers }: ReturnType<typeof commandsOf>[number]): readonly string[] {
  const own = [...(program === undefined ? [] : [program]), ...args].map(({ value }) => value);
  return [...wrappers.map(({ name }) => name).filter((name) => !/^(?:sh|bash|exec)$/.test(name)), ...own];
}
