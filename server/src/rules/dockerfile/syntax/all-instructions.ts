import { type Dockerfile, type Instruction } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';

const gathered = new ModelMap<Dockerfile, readonly Instruction[]>();

/** Every instruction of the file in order, each trigger behind its ONBUILD; gathered once for all rules. */
export function allInstructions(dockerfile: Dockerfile): readonly Instruction[] {
  let all = gathered.get(dockerfile);
  if (all === undefined) {
    all = withTriggers(dockerfile.instructions);
    gathered.set(dockerfile, all);
  }
  return all;
}

function withTriggers(instructions: readonly Instruction[]): readonly Instruction[] {
  if (!instructions.some(({ keyword }) => keyword === 'ONBUILD')) return instructions;
  return instructions.flatMap((each) =>
    each.keyword === 'ONBUILD' && each.trigger !== undefined ? [each, each.trigger] : [each],
  );
}
