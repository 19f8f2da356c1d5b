import { removeSpan } from '../shell/edits';
import { type Edit } from '../text/edit';
import { removeInstruction } from './edits';
import { type ArgInstruction, type Dockerfile, type Pair, type VariableInstruction } from './model';

/** Takes one variable out of an ENV, ARG or LABEL, and the instruction with it where it is the only one. */
export function removePair(
  dockerfile: Dockerfile,
  instruction: VariableInstruction | ArgInstruction,
  pair: Pair,
): Edit {
  return instruction.pairs.length < 2
    ? removeInstruction(dockerfile, instruction)
    : removeSpan(dockerfile.source, pair.span);
}
