import { type Instruction } from '../../../dockerfile/model';
import { remove } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { dockerfileRule } from '../../rule';

export const extraArgument = dockerfileRule({
  id: 'extra-argument',
  summary: 'An instruction must have no more than it takes.',
  severity: 'error',
  fix: 'offer',
  messages: {
    from: 'FROM takes an image, and perhaps AS with a name, so the build stops here.',
    none: 'HEALTHCHECK NONE takes nothing more, so the build stops here.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const instruction of dockerfile.instructions) {
      const at = surplusOf(instruction);
      if (at === undefined) continue;
      report({
        message: instruction.keyword === 'FROM' ? 'from' : 'none',
        at,
        offers: [{ title: 'Remove it', edits: [remove({ start: endBefore(instruction, at), end: at.end })] }],
      });
    }
  },
});

/** From the first word too many to the last. */
function surplusOf(instruction: Instruction): Span | undefined {
  const { args } = instruction;
  const last = args.at(-1);
  if (last === undefined) return undefined;
  const allowed =
    instruction.keyword === 'FROM'
      ? instruction.as === undefined
        ? 1
        : 3
      : instruction.keyword === 'HEALTHCHECK' && instruction.none
        ? 1
        : args.length;
  const first = args[allowed];
  return first && { start: first.span.start, end: last.span.end };
}

function endBefore({ args }: Instruction, { start }: Span): number {
  return args.findLast(({ span }) => span.end <= start)?.span.end ?? start;
}
