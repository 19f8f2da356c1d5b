import { type InstructionLine } from '../instruction-line';
import { type PlainInstruction, type ShellInstruction } from '../model';
import { type InstructionPlace } from '../place';
import { InstructionNode } from './instruction-node';

export class PlainNode extends InstructionNode implements PlainInstruction {
  constructor(
    readonly keyword: PlainInstruction['keyword'],
    line: InstructionLine,
    place: InstructionPlace,
  ) {
    super(line, place);
    this.mayBeJson = keyword === 'VOLUME';
  }

  protected override readonly mayBeJson: boolean;
}

export class ShellNode extends InstructionNode implements ShellInstruction {
  readonly keyword = 'SHELL';

  protected override readonly mayBeJson = true;
}
