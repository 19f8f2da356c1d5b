import { type MappedText } from '../../text/mapped';
import { type Span } from '../../text/span';
import { readFlags, type MappedFlag } from '../flags';
import { readJsonForm } from '../json-form';
import { splitKeyword, type InstructionLine } from '../lexer';
import { trimmed } from '../logical-line';
import {
  type Argument,
  type Heredoc,
  type InstructionBase,
  type JsonForm,
  type OnbuildInstruction,
  type Stage,
} from '../model';
import { type InstructionPlace } from '../place';
import { argumentsOf } from '../words';

/** What all instructions have in common. Everything but the keyword is read when it is first asked for. */
export abstract class InstructionNode implements InstructionBase {
  readonly keywordText: string;
  readonly text: MappedText;
  readonly heredocs: readonly Heredoc[];
  readonly index: number;
  readonly onbuild: OnbuildInstruction | undefined;

  #head: ReturnType<typeof readFlags> | undefined;
  #body: MappedText | undefined;
  #args: readonly Argument[] | undefined;
  /** `null` before it is read. */
  #json: JsonForm | undefined | null = null;

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
    return this.#readHead().flags;
  }

  get body(): MappedText {
    return (this.#body ??= trimmed(this.text, this.#readHead().rest));
  }

  get args(): readonly Argument[] {
    return (this.#args ??= argumentsOf(this.body, this.escape));
  }

  get json(): JsonForm | undefined {
    if (this.#json === null) this.#json = this.mayBeJson ? readJsonForm(this.body) : undefined;
    return this.#json;
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

  #readHead(): ReturnType<typeof readFlags> {
    return (this.#head ??= readFlags(this.text));
  }
}
