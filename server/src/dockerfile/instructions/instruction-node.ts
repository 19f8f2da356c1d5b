import { type MappedText } from '../../text/mapped';
import { type Span } from '../../text/span';
import { type MappedFlag } from '../flags';
import { splitKeyword, type InstructionLine } from '../lexer';
import {
  type Argument,
  type Heredoc,
  type InstructionBase,
  type JsonForm,
  type OnbuildInstruction,
  type Stage,
} from '../model';
import { type InstructionPlace } from '../place';
import { InstructionText } from './instruction-text';

/** What all instructions have in common. Everything but the keyword is read when it is first asked for. */
export abstract class InstructionNode implements InstructionBase {
  readonly keywordText: string;
  readonly text: MappedText;
  readonly heredocs: readonly Heredoc[];
  readonly index: number;
  readonly onbuild: OnbuildInstruction | undefined;

  readonly #parts: InstructionText;
  #facts: Map<object, unknown> | undefined;

  constructor(
    protected readonly line: InstructionLine,
    protected readonly place: InstructionPlace,
  ) {
    const [keyword, text] = splitKeyword(line.head);
    this.keywordText = keyword;
    this.text = text;
    this.heredocs = line.heredocs;
    this.index = place.index;
    this.onbuild = place.onbuild;
    this.#parts = new InstructionText(text, place.file.escape);
  }

  get facts(): Map<object, unknown> {
    return (this.#facts ??= new Map());
  }

  get keywordSpan(): Span {
    return this.line.head.spanOf(0, this.keywordText.length);
  }

  get span(): Span {
    return { start: this.line.head.offsetOf(0), end: this.line.end };
  }

  get headSpan(): Span {
    return this.line.head.spanOf(0, this.line.head.text.length);
  }

  get flags(): readonly MappedFlag[] {
    return this.#parts.flags;
  }

  get body(): MappedText {
    return this.#parts.body;
  }

  get args(): readonly Argument[] {
    return this.#parts.args;
  }

  get json(): JsonForm | undefined {
    return this.mayBeJson ? this.#parts.json : undefined;
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
