import { type CopyInstruction, type RunInstruction, type Stage } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { resolvePath } from '../../../dockerfile/paths';
import { instructionsOf } from '../../../dockerfile/walk';
import { operands } from '../../../shell/flags';
import { type ShellCommand, type ShellScript, type ShellWord } from '../../../shell/model';
import { insert } from '../../../text/edit';
import { UNKNOWN, valueOf } from '../../../text/known';
import { type ContextTree } from '../../../workspace/context-tree';
import { dockerfileRule } from '../../rule';
import { certainTree } from '../context/context-copies';
import { copyTarget, pathBelow } from '../context/copy-target';

/** Programs that only the owner of a file can use on it. */
const ownerOnly = new Set(['chmod', 'chgrp', 'setfacl']);

export const copyWithoutChown = dockerfileRule({
  id: 'copy-without-chown',
  summary: 'Files that the user of a container writes must belong to it.',
  severity: 'info',
  fix: 'offer',
  messages: {
    volume:
      'What is copied belongs to root, whatever USER says: "{user}", as whom the container runs, cannot write it in the volume "{path}".',
    run: 'What is copied belongs to root, whatever USER says: "{user}" cannot change "{path}", and the RUN below fails.',
  },
  since: '0.1.0',
  mentions: ['volume', '>', ...ownerOnly],
  check({ dockerfile, context, report }) {
    const tree = certainTree(dockerfile, context);
    for (const stage of dockerfile.stages) {
      const volumes = dockerfile.ships(stage) ? volumesOf(stage) : [];
      const changes = changesIn(stage);
      if (volumes.length === 0 && changes.length === 0) continue;
      for (const copy of instructionsOf(stage, ['COPY', 'ADD'])) {
        const user = userOf(stage, copy);
        if (user === undefined || copy.flags.some(({ name }) => name === 'chown' || name === 'chmod'))
          continue;
        const volume = volumeFor(copy, volumes);
        const path = volume ?? changes.find((change) => isOf(change, stage, copy, tree))?.path;
        if (path === undefined) continue;
        report({
          message: volume === undefined ? 'run' : 'volume',
          at: copy.keywordSpan,
          data: { user, path },
          offers: [
            { title: `Add --chown=${user}`, edits: [insert(copy.keywordSpan.end, ` --chown=${user}`)] },
          ],
        });
      }
    }
  },
});

/** The user who is in force, as USER spells it; absent where it is root or not certain. */
function userOf(stage: Stage, copy: CopyInstruction): string | undefined {
  const { user } = stage.before(copy);
  const name = valueOf(user.name);
  if (user.isRoot !== false || user.instruction === undefined || name === undefined) return undefined;
  const { group } = user.instruction;
  const written = group === undefined ? name : `${name}:${group}`;
  return /^[\w.:-]+$/.test(written) ? written : undefined;
}

/** Paths of the volumes that the stage itself declares and that are not for root to write, without a slash behind. */
function volumesOf(stage: Stage): readonly string[] {
  const declared = instructionsOf(stage, 'VOLUME');
  if (declared.length === 0 || isHardened(stage) || isRootAgain(stage)) return [];
  return declared
    .flatMap(({ json, args }) => json?.items.map(({ value }) => value) ?? args.map(({ text }) => text))
    .filter((path) => /^\/[\w./-]+$/.test(path))
    .map((path) => path.replace(/\/$/, ''));
}

/** The volume that the files are copied into. */
function volumeFor(copy: CopyInstruction, volumes: readonly string[]): string | undefined {
  const destination = volumes.length === 0 ? undefined : valueOf(copy.destinationPath);
  if (destination === undefined) return undefined;
  return volumes.find((path) => pathBelow(path, destination) !== undefined);
}

/** Of volumes on these dhi-nonroot-write speaks. */
function isHardened({ base }: Stage): boolean {
  return base.facts.hardened !== undefined;
}

function isRootAgain({ final }: Stage): boolean {
  return final.user.isRoot !== false;
}

/** A file that a RUN changes itself, which only its owner, or one who may write it, can do. */
interface Change {
  readonly run: RunInstruction;
  /** Absolute. */
  readonly path: string;
}

function changesIn(stage: Stage): readonly Change[] {
  const changes: Change[] = [];
  for (const run of instructionsOf(stage, 'RUN'))
    for (const word of run.script === undefined ? [] : changedIn(run.script)) {
      const path = pathOf(stage, run, word);
      if (path !== undefined) changes.push({ run, path });
    }
  return changes;
}

/** Whether the copy brought the file, and the same user changes it later. */
function isOf(
  { run, path }: Change,
  stage: Stage,
  copy: CopyInstruction,
  tree: ContextTree | undefined,
): boolean {
  if (run.index < copy.index || !isCopied(copy, path, tree)) return false;
  return stage.before(run).user.instruction === stage.before(copy).user.instruction;
}

/** A path of which a script changes something. */
interface ChangedPath {
  readonly written: string;
  /** Whether it may be taken from another folder than the work dir. */
  readonly isMoved: boolean;
}

const changedIn = factOf(({ commands }: ShellScript): readonly ChangedPath[] => {
  const isMoved = commands.some(({ name }) => name === 'cd' || name === 'pushd');
  return commands
    .flatMap(changedWords)
    .filter(({ literal }) => literal)
    .map(({ value }) => ({ written: value, isMoved }));
});

function changedWords(command: ShellCommand): readonly ShellWord[] {
  if (command.wrappers.some(({ name }) => name === 'sudo' || name === 'su' || name === 'doas')) return [];
  const appended = command.redirects.flatMap(({ operator, target }) =>
    operator === '>' || operator === '>>' ? (target ?? []) : [],
  );
  return ownerOnly.has(command.name) ? [...appended, ...operands(command).slice(1)] : appended;
}

function pathOf(stage: Stage, run: RunInstruction, { written, isMoved }: ChangedPath): string | undefined {
  return valueOf(resolvePath(written, isMoved ? UNKNOWN : stage.before(run).workdir));
}

/** Whether the copy is certain to have brought the file. */
function isCopied(copy: CopyInstruction, path: string, tree: ContextTree | undefined): boolean {
  if (copy.flags.some(({ name }) => name === 'from')) return false;
  return copy.sources.some(({ text }) => {
    const source = text.replace(/^(?:\.?\/)+|^\.$|\/$/g, '');
    if (/[$*?[\\<"']|:\/\/|\.\./.test(source)) return false;
    const isFolder =
      source === '' || tree?.entries.some((entry) => entry.path === source && entry.isFolder) === true;
    if (!isFolder) return /\.\w+$/.test(source) && copyTarget(copy, source) === path;
    const destination = valueOf(copy.destinationPath);
    const below = destination === undefined ? undefined : pathBelow(destination, path);
    if (below === undefined || below === '' || tree === undefined) return false;
    const inside = source === '' ? below : `${source}/${below}`;
    return tree.exists(inside) === true && tree.ignored(inside) === false;
  });
}
