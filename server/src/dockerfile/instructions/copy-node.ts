import { UNKNOWN, type Known } from '../../text/known';
import { copiedPaths } from '../copied-paths';
import { expand } from '../expand';
import { type InstructionLine } from '../instruction-line';
import { type Argument, type CopyInstruction, type SourceReference } from '../model';
import { resolvePath } from '../paths';
import { type InstructionPlace } from '../place';
import { readSourceReference } from '../source-reference';
import { InstructionNode } from './instruction-node';

/** COPY and ADD. */
export class CopyNode extends InstructionNode implements CopyInstruction {
  #destinationPath: Known<string> | undefined;
  /** `null` before it is read. */
  #from: SourceReference | undefined | null = null;

  constructor(
    readonly keyword: CopyInstruction['keyword'],
    line: InstructionLine,
    place: InstructionPlace,
  ) {
    super(line, place);
  }

  get sources(): readonly Argument[] {
    return copiedPaths(this.written).sources;
  }

  get destination(): Argument | undefined {
    return copiedPaths(this.written).destination;
  }

  get destinationPath(): Known<string> {
    return (this.#destinationPath ??= this.#findDestination());
  }

  get from(): SourceReference | undefined {
    if (this.#from === null) this.#from = this.#readFrom();
    return this.#from;
  }

  #findDestination(): Known<string> {
    const { file } = this.place;
    const { destination } = this;
    if (destination === undefined) return UNKNOWN;
    const path = expand(destination.text, file.lookupBefore(this), file.escape);
    return path.state === 'known'
      ? resolvePath(path.value, file.stateBefore(this)?.workdir ?? UNKNOWN)
      : UNKNOWN;
  }

  #readFrom(): SourceReference | undefined {
    const flag = this.keyword === 'COPY' ? this.flags.find(({ name }) => name === 'from') : undefined;
    if (flag?.value === undefined || flag.valueSpan === undefined) return undefined;
    return readSourceReference(flag.value, flag.valueSpan, this, this.place.file);
  }

  protected override readonly mayBeJson = true;
}
