import { type Dockerfile, type Instruction } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';

const gathered = new ModelMap<Dockerfile, readonly Instruction[]>();

/** Every instruction of the file in order, each trigger behind its ONBUILD; gathered once for all rules. */
export function allInstructions(dockerfile: Dockerfile): readonly Instruction[] {
  let all = gathered.get(dockerfile);
  if (all === undefined) {
    all = dockerfile.instructions.flatMap((each) =>
      each.keyword === 'ONBUILD' && each.trigger !== undefined ? [each, each.trigger] : [each],
    );
    gathered.set(dockerfile, all);
  }
  return all;
}
