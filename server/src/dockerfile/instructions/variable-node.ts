import { UNKNOWN } from '../../text/known';
import { lazy } from '../lazy';
import { type InstructionLine } from '../instruction-line';
import { type ArgInstruction, type VariableInstruction } from '../model';
import { readPairs, type PairNode } from '../pairs';
import { type InstructionPlace } from '../place';
import { InstructionNode } from './instruction-node';

/** ENV and LABEL. */
export class VariableNode extends InstructionNode implements VariableInstruction {
  readonly #read = lazy(() =>
    readPairs(this.body, this.place.file.escape, true, (pair) =>
      pair.expandWith(this.place.file.lookupBefore(this)),
    ),
  );

  constructor(
    readonly keyword: VariableInstruction['keyword'],
    line: InstructionLine,
    place: InstructionPlace,
  ) {
    super(line, place);
  }

  get pairs(): readonly PairNode[] {
    return this.#read().pairs;
  }

  get legacy(): boolean {
    return this.#read().legacy;
  }
}

export class ArgNode extends InstructionNode implements ArgInstruction {
  readonly keyword = 'ARG';
  readonly #values = lazy(() => this.place.file.argumentValues(this));
  readonly #read = lazy(() =>
    readPairs(
      this.body,
      this.place.file.escape,
      false,
      (_pair, position) => this.#values()[position] ?? UNKNOWN,
    ),
  );

  get pairs(): readonly PairNode[] {
    return this.#read().pairs;
  }
}
