import { type ShellCommand } from '../../../shell/model';
import { hasAnyOf } from '../../../text/has-any-of';
import { HintedPattern } from '../../../text/hinted-pattern';
import { type Known } from '../../../text/known';
import { withoutSlashes } from '../../../text/without-slashes';

/** Whether the command is one that takes files away. */
export function mayRemove({ name }: ShellCommand): boolean {
  return name === 'rm' || name === 'find';
}

/**
 * Whether such a command takes a folder away, what lies around it, or a part of it; `rm` of a pattern that cannot be followed
 * may do so where it speaks of a cache.
 * @param folder as the package manager's table has it, `~/` for the home.
 * @param path where it lies in this stage.
 */
export function removesFolder({ args }: ShellCommand, folder: string, path: Known<string>): boolean {
  return args.some(({ value }) => {
    const plain = withoutTail(fromHome(value));
    if (hasAnyOf(plain, '$*?[{')) return /cache|tmp/i.test(plain) || plain.includes(lastPart(folder));
    if (touches(plain, folder)) return true;
    return path.state === 'known' && (touches(plain, path.value) || touches(withoutTail(value), path.value));
  });
}

const homeFolder = new HintedPattern(
  /^(?:\$HOME|\$\{HOME\}|~|\/root|\/home\/[^/]+)(?=\/|$)/,
  'HOME',
  '~',
  '/root',
  '/home/',
);

/** A path with `~` for the home folder, however it is named. */
function fromHome(path: string): string {
  const home = homeFolder.exec(path);
  return home === null ? path : `~${path.slice(home[0].length)}`;
}

/** The folder of which a path names all that it holds, `folder/*`; without slashes at its end. */
function withoutTail(path: string): string {
  const plain = withoutSlashes(path);
  const tail = ['/*', '/.*'].find((each) => plain.endsWith(each)) ?? '';
  return plain.slice(0, plain.length - tail.length);
}

function touches(target: string, folder: string): boolean {
  if (target === '' || target === '~') return false;
  return target === folder || folder.startsWith(`${target}/`) || target.startsWith(`${folder}/`);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
