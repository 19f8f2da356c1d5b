import { type InstructionLine } from './instruction-line';
import { type Instruction, type MountOption, type RunInstruction, type SourceReference } from './model';
import { factOf } from './model-map';
import { writtenMounts } from './mounts';
import { readSourceReference, type Stages } from './source-reference';

/** What the instruction, or the one that it triggers, takes from a stage or an image. */
export function usesOf(instruction: Instruction, stages: Stages): readonly SourceReference[] {
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD':
      return instruction.from === undefined ? NONE : [instruction.from];
    case 'RUN':
      return ofMounts(instruction, stages);
    case 'ONBUILD':
      return instruction.trigger === undefined ? NONE : usesOf(instruction.trigger, stages);
    default:
      return NONE;
  }
}

function ofMounts(run: RunInstruction, stages: Stages): readonly SourceReference[] {
  const sources = mountSources(run.written);
  if (sources.length === 0) return NONE;
  return sources.map(({ value, valueSpan }) => readSourceReference(value, valueSpan, run, stages));
}

const NONE: readonly SourceReference[] = [];

/** What the mounts of a RUN are to be taken from. */
const mountSources = factOf((line: InstructionLine): readonly MountOption[] =>
  writtenMounts(line).flatMap(({ options }) => {
    const from = options.find(({ key }) => key === 'from');
    return from === undefined || from.value === '' ? [] : [from];
  }),
);
