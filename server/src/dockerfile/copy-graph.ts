import { type Instruction, type SourceReference } from './model';
import { readSourceReference, type Stages } from './source-reference';

/** What the instruction, or the one that it triggers, takes from a stage or an image. */
export function usesOf(instruction: Instruction, stages: Stages): readonly SourceReference[] {
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD':
      return instruction.from === undefined ? [] : [instruction.from];
    case 'RUN':
      return instruction.mounts.flatMap(({ options }) => {
        const from = options.find(({ key }) => key === 'from');
        return from === undefined || from.value === ''
          ? []
          : [readSourceReference(from.value, from.valueSpan, instruction, stages)];
      });
    case 'ONBUILD':
      return instruction.trigger === undefined ? [] : usesOf(instruction.trigger, stages);
    default:
      return [];
  }
}
