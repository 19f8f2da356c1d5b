import { type Dockerfile, type Instruction } from '../../../dockerfile/model';

/** Every instruction of the file in order, each trigger behind its ONBUILD. */
export function allInstructions({ instructions }: Dockerfile): readonly Instruction[] {
  return instructions.flatMap((each) =>
    each.keyword === 'ONBUILD' && each.trigger !== undefined ? [each, each.trigger] : [each],
  );
}
