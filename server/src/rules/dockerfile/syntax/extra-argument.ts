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
  const allowed = mostWords(instruction);
  if (allowed === undefined) return undefined;
  const first = instruction.args[allowed];
  const last = instruction.args.at(-1);
  return first && last && { start: first.span.start, end: last.span.end };
}

/** Absent for what takes any number of words: those of a RUN are many, and need not be told apart here. */
function mostWords(instruction: Instruction): number | undefined {
  if (instruction.keyword === 'FROM') return instruction.as === undefined ? 1 : 3;
  return instruction.keyword === 'HEALTHCHECK' && instruction.none ? 1 : undefined;
}

function endBefore({ args }: Instruction, { start }: Span): number {
  return args.findLast(({ span }) => span.end <= start)?.span.end ?? start;
}
