import { type Dockerfile, type Instruction } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';

/** Every instruction of the file in order, each trigger behind its ONBUILD; gathered once for all rules. */
export const allInstructions = factOf(({ instructions }: Dockerfile): readonly Instruction[] => {
  if (!instructions.some(({ keyword }) => keyword === 'ONBUILD')) return instructions;
  return instructions.flatMap((each) =>
    each.keyword === 'ONBUILD' && each.trigger !== undefined ? [each, each.trigger] : [each],
  );
});
