import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { resolvePath } from '../../../dockerfile/paths';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { operands } from '../../../shell/flags';
import { type ShellWord } from '../../../shell/model';
import { hasAnyOf } from '../../../text/has-any-of';
import { HintedPattern } from '../../../text/hinted-pattern';
import { UNKNOWN, valueOf } from '../../../text/known';
import { pathBelow } from '../context/copy-target';

/** A word of an `rm` that names a file or folder. */
export interface Removal {
  readonly run: RunInstruction;
  readonly word: ShellWord;
  /** Absolute; absent where it is not known. */
  readonly path: string | undefined;
}

const removers = new Set(['rm', 'unlink', 'shred', 'srm']);

const cache = new ModelMap<Stage, readonly Removal[]>();

/** What the stage's own commands remove; found once for a stage. */
export function removalsOf(stage: Stage): readonly Removal[] {
  const removals = cache.get(stage) ?? findRemovals(stage);
  cache.set(stage, removals);
  return removals;
}

function findRemovals(stage: Stage): readonly Removal[] {
  return instructionsOf(stage, 'RUN').flatMap((run) => {
    const commands = commandsOf(run);
    const moves = commands.some(({ name }) => name === 'cd' || name === 'pushd');
    return commands
      .filter(({ name }) => removers.has(name))
      .flatMap((command) =>
        operands(command).map((word) => ({ run, word, path: absolutePath(stage, run, word, moves) })),
      );
  });
}

const homeWord = new HintedPattern(/^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/, '~', 'HOME');

/** The path that a word of a command names, absolute. `~` and `$HOME` are root's where the user is not known to be another. */
export function absolutePath(
  stage: Stage,
  run: RunInstruction,
  word: ShellWord,
  moves: boolean,
): string | undefined {
  const { user, workdir } = stage.before(run);
  const home = user.isRoot === false ? undefined : '/root';
  const named = homeWord.exec(word.value)?.[0];
  const path = named === undefined ? word.value : (home ?? '$HOME') + word.value.slice(named.length);
  return hasAnyOf(path, '$`*?[') ? undefined : valueOf(resolvePath(path, moves ? UNKNOWN : workdir));
}

/** Whether the file is what is removed, or lies in it. Where the path is not known, its name decides. */
export function takesAway({ path, word }: Removal, target: string): boolean {
  if (path !== undefined) return path !== '/' && pathBelow(path, target) !== undefined;
  const name = target.slice(target.lastIndexOf('/') + 1);
  return word.value === name || word.value.endsWith(`/${name}`);
}
