import { type Dockerfile } from '../../../dockerfile/model';
import { dockerfileRule } from '../../rule';
import { certainTree } from '../context/context-copies';
import { mountFile } from './mount-file';
import { type Removal, removalsOf, takesAway } from './removals';
import { secretCopies, type SecretCopy } from './secret-copies';

export const secretFileCopied = dockerfileRule({
  id: 'secret-file-copied',
  summary: 'A file that holds secrets must not be copied into an image.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: '"{name}" holds {kind}, readable by everybody who can pull the image. Hand it to the step that needs it with `RUN --mount=type=secret`, or to the container when it starts.',
    builder:
      '"{name}" holds {kind}, which stay in the build cache though this stage does not ship. Hand it to the step that needs it with `RUN --mount=type=secret`.',
    removed:
      '"{name}" holds {kind}. The rm below does not help: the layer of this instruction keeps the file. Hand it to the step that needs it with `RUN --mount=type=secret`.',
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    for (const copy of secretCopies(dockerfile, certainTree(dockerfile, context))) {
      const { argument, kind, path, instruction } = copy;
      const { stage } = instruction;
      const ships = stage === undefined || dockerfile.ships(stage);
      const removal = ships ? removalOf(copy) : undefined;
      report({
        message: ships ? (removal === undefined ? 'base' : 'removed') : 'builder',
        at: argument.span,
        data: { name: path.slice(path.lastIndexOf('/') + 1), kind },
        severity: ships ? undefined : 'warning',
        offers: [offerFor(dockerfile, copy)],
        related:
          removal === undefined ? [] : [{ at: removal.word.span, text: 'Removed here, in a later layer.' }],
      });
    }
  },
});

/** The `rm` of a later step; what an earlier layer holds, it cannot take out. */
function removalOf({ instruction, target }: SecretCopy): Removal | undefined {
  const { stage } = instruction;
  if (stage === undefined || target === undefined) return undefined;
  return removalsOf(stage).find(
    (removal) => removal.run.index > instruction.index && takesAway(removal, target),
  );
}

/** A mount cannot be removed by the step that has it: where one removes the file, only a person can tell what to do. */
function offerFor(dockerfile: Dockerfile, copy: SecretCopy) {
  return removalOf(copy) === undefined ? mountFile(dockerfile, copy) : undefined;
}
