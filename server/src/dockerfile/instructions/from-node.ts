import { lazy } from '../lazy';
import { type Argument, type FromInstruction } from '../model';
import { InstructionNode } from './instruction-node';

export class FromNode extends InstructionNode implements FromInstruction {
  readonly keyword = 'FROM';
  readonly #as = lazy(() => {
    const [, keyword, name] = this.args;
    if (keyword?.text.toUpperCase() !== 'AS' || name === undefined) return undefined;
    return { keywordSpan: keyword.span, name: name.text, nameSpan: name.span };
  });

  get image(): Argument | undefined {
    return this.args[0];
  }

  get as(): FromInstruction['as'] {
    return this.#as();
  }
}
