import { type ShellCommand } from '../../../shell/model';
import { type Known } from '../../../text/known';

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
    const target = value.replace(/^(?:\$HOME|\$\{HOME\}|~|\/root|\/home\/[^/]+)(?=\/|$)/, '~');
    const plain = target.replace(/(?:\/\.?\*)?\/*$/, '');
    if (/[$*?[{]/.test(plain)) return /cache|tmp/i.test(plain) || plain.includes(lastPart(folder));
    if (touches(plain, folder)) return true;
    return (
      path.state === 'known' &&
      (touches(plain, path.value) || touches(value.replace(/\/\*?$/, ''), path.value))
    );
  });
}

function touches(target: string, folder: string): boolean {
  if (target === '' || target === '~') return false;
  return target === folder || folder.startsWith(`${target}/`) || target.startsWith(`${folder}/`);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
