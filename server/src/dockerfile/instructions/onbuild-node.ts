import { lazy } from '../lazy';
import { type Instruction, type OnbuildInstruction } from '../model';
import { InstructionLine } from '../instruction-line';
import { factOf } from '../model-map';
import { createInstruction } from './create';
import { InstructionNode } from './instruction-node';

export class OnbuildNode extends InstructionNode implements OnbuildInstruction {
  readonly keyword = 'ONBUILD';
  readonly #trigger = lazy((): Instruction | undefined => {
    // BuildKit refuses an ONBUILD as trigger; following them would go as deep as the line is long.
    if (this.text.text === '' || this.onbuild !== undefined) return undefined;
    return createInstruction(triggerLine(this.written), { ...this.place, onbuild: this });
  });

  get trigger(): Instruction | undefined {
    return this.#trigger();
  }
}

/** All behind the keyword, as an instruction of its own. */
const triggerLine = factOf(
  ({ text, heredocs, end, escape, document }: InstructionLine) =>
    new InstructionLine(text, heredocs, end, escape, document),
);
