import { UNKNOWN } from '../../text/known';
import { lazy } from '../lazy';
import { type InstructionLine } from '../instruction-line';
import { type ArgInstruction, type VariableInstruction } from '../model';
import { argumentPairs, PairNode, variablePairs } from '../pairs';
import { type InstructionPlace } from '../place';
import { InstructionNode } from './instruction-node';

/** ENV and LABEL. */
export class VariableNode extends InstructionNode implements VariableInstruction {
  #pairs: readonly PairNode[] | undefined;

  constructor(
    readonly keyword: VariableInstruction['keyword'],
    line: InstructionLine,
    place: InstructionPlace,
  ) {
    super(line, place);
  }

  get pairs(): readonly PairNode[] {
    return (this.#pairs ??= variablePairs(this.written).pairs.map(
      (written) => new PairNode(written, (pair) => pair.expandWith(this.place.file.lookupBefore(this))),
    ));
  }

  get legacy(): boolean {
    return variablePairs(this.written).legacy;
  }
}

export class ArgNode extends InstructionNode implements ArgInstruction {
  readonly keyword = 'ARG';
  readonly #values = lazy(() => this.place.file.argumentValues(this));
  #pairs: readonly PairNode[] | undefined;

  get pairs(): readonly PairNode[] {
    return (this.#pairs ??= argumentPairs(this.written).map(
      (written, position) => new PairNode(written, () => this.#values()[position] ?? UNKNOWN),
    ));
  }
}
