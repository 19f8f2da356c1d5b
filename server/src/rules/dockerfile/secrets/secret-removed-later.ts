import { chainOf } from '../../../dockerfile/chain';
import {
  type Dockerfile,
  type Instruction,
  type RunInstruction,
  type Stage,
} from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { operands } from '../../../shell/flags';
import { valueOf } from '../../../text/known';
import { type ContextTree } from '../../../workspace/context-tree';
import { dockerfileRule } from '../../rule';
import { certainTree, contextSources } from '../context/context-copies';
import { pathBelow } from '../context/copy-target';
import { absolutePath, removalsOf, type Removal } from './removals';
import { secretFile } from './secret-files';

export const secretRemovedLater = dockerfileRule({
  id: 'secret-removed-later',
  summary: 'A secret file must be gone in the layer that brought it.',
  severity: 'warning',
  fix: 'none',
  messages: {
    run: 'The RUN that wrote "{name}" keeps it in its layer, readable by everybody who can pull the image. Remove it in that same RUN, or mount it with `RUN --mount=type=secret`.',
    copy: 'The COPY that may bring "{name}" keeps it in its layer, readable by everybody who can pull the image. Leave it out with .dockerignore, or mount it with `RUN --mount=type=secret`.',
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    const tree = certainTree(dockerfile, context);
    for (const stage of dockerfile.shippedStages)
      for (const removal of removalsOf(stage)) {
        const { path, word } = removal;
        if (path === undefined || secretFile(path) === undefined) continue;
        const writer = writerOf(stage, removal, path);
        const source = writer ?? copyOf(dockerfile, stage, removal, path, tree);
        if (source === undefined) continue;
        report({
          message: writer === undefined ? 'copy' : 'run',
          at: word.span,
          data: { name: path.slice(path.lastIndexOf('/') + 1) },
          related: [{ at: source.keywordSpan, text: 'Brought here, in an earlier layer.' }],
        });
      }
  },
});

/** Instructions that come before one of a stage, those of the stages that it stands on among them. */
function before<T extends Instruction>(
  stage: Stage,
  { index }: Instruction,
  pick: (each: Stage) => readonly T[],
): readonly T[] {
  return chainOf(stage).flatMap((each) => pick(each).filter((instruction) => instruction.index < index));
}

/** The earlier RUN that writes the file. */
function writerOf(stage: Stage, { run }: Removal, path: string): RunInstruction | undefined {
  return before(stage, run, (each) => instructionsOf(each, 'RUN')).find((earlier) => writes(earlier, path));
}

function writes(run: RunInstruction, path: string): boolean {
  const { stage } = run;
  if (stage === undefined) return false;
  // A file that is mounted is not in the layer.
  if (run.mounts.some(({ target }) => valueOf(target) === path)) return false;
  const commands = commandsOf(run);
  const moves = commands.some(({ name }) => name === 'cd' || name === 'pushd');
  const isWritten = commands.some((command) => {
    const written = command.redirects.flatMap(({ operator, target }) =>
      operator === '>' || operator === '>>' || operator === '>|' ? (target ?? []) : [],
    );
    const words = command.name === 'tee' ? [...written, ...operands(command)] : written;
    return words.some((word) => absolutePath(stage, run, word, moves) === path);
  });
  return isWritten && !removalsOf(stage).some((removal) => removal.run === run && removal.path === path);
}

/**
 * The earlier COPY of a folder that may bring the file. Where it is known that it does, secret-file-in-context marks that
 * COPY; what is named itself is marked by secret-file-copied.
 */
function copyOf(
  dockerfile: Dockerfile,
  stage: Stage,
  { run }: Removal,
  path: string,
  tree: ContextTree | undefined,
): Instruction | undefined {
  const copies = new Set<Instruction>(before(stage, run, (each) => instructionsOf(each, ['COPY', 'ADD'])));
  return contextSources(dockerfile).find((source) => {
    if (source.isPattern || !copies.has(source.instruction)) return false;
    const destination = valueOf(source.instruction.destinationPath);
    const below = destination === undefined ? undefined : pathBelow(destination, path);
    if (
      below === undefined ||
      below === '' ||
      (source.path !== '' && tree?.exists(source.path) === undefined)
    )
      return false;
    const origin = source.path === '' ? below : `${source.path}/${below}`;
    if (secretFile(source.path) !== undefined) return false;
    return tree === undefined || (tree.exists(origin) === undefined && tree.ignored(origin) === false);
  })?.instruction;
}
