import { UNKNOWN, type Known } from '../../text/known';
import { expand } from '../expand';
import { lazy } from '../lazy';
import { type InstructionLine } from '../instruction-line';
import { type Argument, type CopyInstruction, type SourceReference } from '../model';
import { resolvePath } from '../paths';
import { type InstructionPlace } from '../place';
import { readSourceReference } from '../source-reference';
import { InstructionNode } from './instruction-node';

/** COPY and ADD. */
export class CopyNode extends InstructionNode implements CopyInstruction {
  readonly #paths = lazy((): readonly Argument[] =>
    this.json === undefined ? this.args : this.json.items.map(({ value, span }) => ({ text: value, span })),
  );
  readonly #destinationPath = lazy(() => {
    const { file } = this.place;
    const path = expand(this.destination?.text ?? '', file.lookupBefore(this), file.escape);
    const workdir = file.stateBefore(this)?.workdir ?? UNKNOWN;
    return path.state === 'known' && this.destination !== undefined
      ? resolvePath(path.value, workdir)
      : UNKNOWN;
  });
  readonly #from = lazy(() => {
    const flag = this.keyword === 'COPY' ? this.flags.find(({ name }) => name === 'from') : undefined;
    if (flag?.value === undefined || flag.valueSpan === undefined) return undefined;
    return readSourceReference(flag.value, flag.valueSpan, this, this.place.file);
  });

  constructor(
    readonly keyword: CopyInstruction['keyword'],
    line: InstructionLine,
    place: InstructionPlace,
  ) {
    super(line, place);
  }

  get sources(): readonly Argument[] {
    return this.#paths().slice(0, -1);
  }

  get destination(): Argument | undefined {
    return this.#paths().length > 1 ? this.#paths().at(-1) : undefined;
  }

  get destinationPath(): Known<string> {
    return this.#destinationPath();
  }

  get from(): SourceReference | undefined {
    return this.#from();
  }

  protected override readonly mayBeJson = true;
}
