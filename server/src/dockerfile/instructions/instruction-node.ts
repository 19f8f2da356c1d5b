import { type MappedText } from '../../text/mapped';
import { type Span } from '../../text/span';
import { type MappedFlag } from '../flags';
import { type InstructionLine } from '../instruction-line';
import {
  type Argument,
  type Heredoc,
  type InstructionBase,
  type JsonForm,
  type OnbuildInstruction,
  type Stage,
} from '../model';
import { type InstructionPlace } from '../place';

/** What all instructions have in common. Everything but the keyword is read when it is first asked for. */
export abstract class InstructionNode implements InstructionBase {
  readonly keywordText: string;
  readonly text: MappedText;
  readonly heredocs: readonly Heredoc[];
  readonly index: number;
  readonly onbuild: OnbuildInstruction | undefined;

  #facts: Map<object, unknown> | undefined;

  constructor(
    readonly written: InstructionLine,
    protected readonly place: InstructionPlace,
  ) {
    this.keywordText = written.keyword;
    this.text = written.text;
    this.heredocs = written.heredocs;
    this.index = place.index;
    this.onbuild = place.onbuild;
  }

  get facts(): Map<object, unknown> {
    return (this.#facts ??= new Map());
  }

  get keywordSpan(): Span {
    return this.written.keywordSpan;
  }

  get span(): Span {
    return this.written.span;
  }

  get headSpan(): Span {
    return this.written.headSpan;
  }

  get flags(): readonly MappedFlag[] {
    return this.written.flags;
  }

  get body(): MappedText {
    return this.written.body;
  }

  get args(): readonly Argument[] {
    return this.written.args;
  }

  get json(): JsonForm | undefined {
    return this.mayBeJson ? this.written.json : undefined;
  }

  get stage(): Stage | undefined {
    const { file, stageIndex } = this.place;
    return stageIndex === undefined ? undefined : file.stageAt(stageIndex);
  }

  /** The escape character of the file. */
  get escape(): '\\' | '`' {
    return this.place.file.escape;
  }

  /** Whether the arguments may be a JSON array. */
  protected readonly mayBeJson: boolean = false;
}
