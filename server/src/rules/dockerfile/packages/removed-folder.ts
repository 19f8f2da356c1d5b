import { type ShellCommand } from '../../../shell/model';
import { hasAnyOf } from '../../../text/has-any-of';
import { HintedPattern } from '../../../text/hinted-pattern';
import { type Known } from '../../../text/known';
import { withoutSlashes } from '../../../text/without-slashes';

/** What a command that takes files away is given. */
export interface Removal {
  /** Offset of the command in the document. */
  readonly start: number;
  readonly targets: readonly Target[];
}

interface Target {
  /** Without what says that all in it is meant, and without slashes at its end. */
  readonly path: string;
  /** The same with `~` for the home folder, however it is named. */
  readonly fromHome: string;
  /** Whether it is more than can be followed: it has a variable or a wildcard. */
  readonly isPattern: boolean;
}

/** What the command takes away; absent where it is none that takes files away. */
export function removalBy({ name, args, span }: ShellCommand): Removal | undefined {
  if (name !== 'rm' && name !== 'find') return undefined;
  const targets = args.map(({ value }): Target => {
    const fromHome = withoutTail(asFromHome(value));
    return { path: withoutTail(value), fromHome, isPattern: hasAnyOf(fromHome, '$*?[{') };
  });
  return { start: span.start, targets };
}

/**
 * Whether a folder is taken away, what lies around it, or a part of it; `rm` of a pattern that cannot be followed
 * may do so where it speaks of a cache.
 * @param folder as the package manager's table has it, `~/` for the home.
 * @param path where it lies in this stage.
 */
export function removesFolder({ targets }: Removal, folder: string, path: Known<string>): boolean {
  return targets.some((target) => {
    const { fromHome } = target;
    if (target.isPattern) return /cache|tmp/i.test(fromHome) || fromHome.includes(lastPart(folder));
    if (touches(fromHome, folder)) return true;
    return path.state === 'known' && (touches(fromHome, path.value) || touches(target.path, path.value));
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
function asFromHome(path: string): string {
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
