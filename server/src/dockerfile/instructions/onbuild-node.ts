import { lazy } from '../lazy';
import { type Instruction, type OnbuildInstruction } from '../model';
import { createInstruction } from './create';
import { InstructionNode } from './instruction-node';

export class OnbuildNode extends InstructionNode implements OnbuildInstruction {
  readonly keyword = 'ONBUILD';
  readonly #trigger = lazy((): Instruction | undefined => {
    // BuildKit refuses an ONBUILD as trigger; following them would go as deep as the line is long.
    if (this.text.text === '' || this.onbuild !== undefined) return undefined;
    const line = { head: this.text, heredocs: this.heredocs, end: this.line.end };
    return createInstruction(line, { ...this.place, onbuild: this });
  });

  get trigger(): Instruction | undefined {
    return this.#trigger();
  }
}
