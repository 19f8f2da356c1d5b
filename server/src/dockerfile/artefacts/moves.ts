import { type ShellCommand, type ShellWord } from '../../shell/model';
import { resolvePath } from '../paths';
import { hasAnyOf } from '../../text/has-any-of';
import { UNKNOWN, valueOf, type Known } from '../../text/known';
import { exactFlag } from './exact-flag';
import { below, folderOfPath, isIn, join, lastPart } from './places';

/** Files that are put somewhere else. */
export interface Move {
  /** Absolute, as written, wildcards among them. */
  readonly sources: readonly string[];
  /** Absolute. */
  readonly target: string;
  /** Whether the target is a folder for certain: it ends in a slash, or there are several sources. */
  readonly intoFolder: boolean;
  /** Whether a folder may be among the sources, so that what lies in it goes along. */
  readonly folders: boolean;
  /** Whether a folder's content lands right in the target, as with COPY. */
  readonly contentOnly: boolean;
}

const movers = new Set(['cp', 'mv', 'install']);

/** What a call of cp, mv or install does; `unknown` where it may put a file anywhere; absent for other programs. */
export function moveOf(command: ShellCommand, folder: Known<string>): Move | 'unknown' | undefined {
  if (!movers.has(command.name)) return undefined;
  const isInstall = command.name === 'install';
  if (isInstall && command.args.some(({ value }) => value === '-d' || value === '--directory'))
    return undefined;
  const into = exactFlag(command, '-t', '--target-directory');
  const words = operandsOf(command.args, isInstall);
  const target = into ?? words.at(-1);
  const sources = into === undefined ? words.slice(0, -1) : words;
  const to = pathOf(target, folder, false);
  if (to === undefined) return 'unknown';
  const from = sources.map((word) => pathOf(word, folder, true));
  const known = from.flatMap((path) => path ?? []);
  return {
    // What cannot be read is the root's, so that whatever lies in the target may be from there.
    sources: known.length === from.length ? known : ['/?'],
    target: to,
    intoFolder: into !== undefined || sources.length > 1 || target?.value.endsWith('/') === true,
    folders: !isInstall,
    contentOnly: false,
  };
}

function operandsOf(args: readonly ShellWord[], isInstall: boolean): readonly ShellWord[] {
  const withValue = new Set([
    '-t',
    '--target-directory',
    '-S',
    '--suffix',
    ...(isInstall ? ['-m', '--mode', '-o', '--owner', '-g', '--group'] : []),
  ]);
  const found: ShellWord[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    if (word === undefined) break;
    if (withValue.has(word.value)) at++;
    // Clusters such as `-Dm`, whose last letter takes the next word.
    else if (isInstall && /^-[A-Za-z]+[mog]$/.test(word.value)) at++;
    else if (!word.value.startsWith('-')) found.push(word);
  }
  return found;
}

function pathOf(word: ShellWord | undefined, folder: Known<string>, mayMatch: boolean): string | undefined {
  if (word === undefined || word.variables.length > 0) return undefined;
  if (!word.literal && !(mayMatch && hasAnyOf(word.value, '*?[') && !hasAnyOf(word.value, '${`')))
    return undefined;
  return valueOf(resolvePath(word.value, folder.state === 'absent' ? UNKNOWN : folder));
}

/** A place that a path may have come from. */
export interface MoveSource {
  readonly path: string;
  /** True where it is so only if what was copied is a folder. */
  readonly guess: boolean;
  /** True where the path is the folder that it was put into. */
  readonly inFolder?: boolean;
}

/**
 * The places that a path may have come from by this move, the likeliest first; none where the move does not reach it.
 * @param path absolute; a file, or a folder of which anything is asked.
 */
export function sourcesOf(move: Move, path: string): readonly MoveSource[] {
  const { sources, target, intoFolder, folders, contentOnly } = move;
  if (path === target && !intoFolder) return sources.map((source) => ({ path: source, guess: false }));
  // A folder that is copied as a whole holds what was put right into it.
  if (path === target || (path === folderOfPath(target) && !intoFolder && path !== '/'))
    return sources.map((source) => ({ path: source, guess: true, inFolder: true }));
  if (!isIn(path, target)) return [];
  const rest = below(path, target);
  const [first = ''] = rest.split('/');
  return sources.flatMap((source): readonly MoveSource[] => {
    const name = lastPart(source);
    if (isPattern(name))
      return matches(name, first)
        ? [{ path: join(source.slice(0, -name.length - 1) || '/', rest), guess: contentOnly }]
        : [];
    if (name === rest || (name === first && !contentOnly))
      return [{ path: join(source, name === rest ? '' : rest.slice(first.length + 1)), guess: false }];
    return folders && (contentOnly || !intoFolder) ? [{ path: join(source, rest), guess: true }] : [];
  });
}

function isPattern(name: string): boolean {
  return hasAnyOf(name, '*?[$');
}

/** Whether a name may fit a pattern of the shell: all but `*` and `?` is taken to fit. */
function matches(pattern: string, name: string): boolean {
  if (hasAnyOf(pattern, '[$')) return true;
  const [head = ''] = pattern.split(/[*?]/);
  const tail = pattern.split(/[*?]/).at(-1) ?? '';
  return name.startsWith(head) && name.endsWith(tail);
}
