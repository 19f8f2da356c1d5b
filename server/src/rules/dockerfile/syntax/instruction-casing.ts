import { keywordCase } from '../../../dockerfile/keyword-case';
import { type Instruction } from '../../../dockerfile/model';
import { replace, type Edit } from '../../../text/edit';
import { dockerfileRule } from '../../rule';

export const instructionCasing = dockerfileRule({
  id: 'instruction-casing',
  summary: 'Instructions must all be written in one case.',
  severity: 'hint',
  fix: 'safe',
  messages: {
    base: '"{written}" is in another case than most instructions of this file: one case for all is easier to read.',
  },
  sameAs: { buildkit: ['ConsistentInstructionCasing'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const inCase = keywordCase(dockerfile);
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword === 'UNKNOWN') continue;
      const { keywordText, keywordSpan } = instruction;
      const wanted = inCase(keywordText);
      if (wanted === keywordText) continue;
      report({
        message: 'base',
        at: keywordSpan,
        data: { written: keywordText },
        fix: {
          title: `Write ${wanted}`,
          edits: [replace(keywordSpan, wanted), ...asOf(instruction, inCase)],
        },
      });
    }
  },
});

/** AS goes by its FROM. */
function asOf(instruction: Instruction, inCase: (text: string) => string): readonly Edit[] {
  return instruction.keyword === 'FROM' && instruction.as !== undefined
    ? [replace(instruction.as.keywordSpan, inCase('AS'))]
    : [];
}
