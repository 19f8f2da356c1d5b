import { type MappedText } from '../text/mapped';
import { type Span } from '../text/span';
import { readFlags, type MappedFlag } from './flags';
import { readJsonForm } from './json-form';
import { splitKeyword, trimmed } from './logical-line';
import { type Argument, type Heredoc, type JsonForm } from './model';
import { type Keeper } from './model-map';
import { argumentsOf } from './words';

/**
 * An instruction as it is written, whatever is in force where it stands. It knows nothing of its file: versions of a
 * document share what stands in them at the same place, so that a keystroke has little read anew.
 */
export class InstructionLine implements Keeper {
  /** The first word as written. */
  readonly keyword: string;
  /** All after the keyword, trimmed. */
  readonly text: MappedText;
  readonly keywordSpan: Span;
  readonly span: Span;
  readonly headSpan: Span;
  #facts: Map<object, unknown> | undefined;
  #head: ReturnType<typeof readFlags> | undefined;
  #body: MappedText | undefined;
  #args: readonly Argument[] | undefined;
  /** `null` before it is read. */
  #json: JsonForm | undefined | null = null;

  /**
   * @param head keyword included, continuations taken out, trimmed.
   * @param end after the last character of the head or of its last heredoc's terminator.
   * @param document the text that the line was read from; what counts of it ends at `end`.
   */
  constructor(
    readonly head: MappedText,
    readonly heredocs: readonly Heredoc[],
    readonly end: number,
    readonly escape: '\\' | '`',
    readonly document: string,
  ) {
    [this.keyword, this.text] = splitKeyword(head);
    this.keywordSpan = head.spanOf(0, this.keyword.length);
    this.headSpan = head.spanOf(0, head.text.length);
    this.span = { start: this.headSpan.start, end };
  }

  /** Only what follows from the line alone. */
  get facts(): Map<object, unknown> {
    return (this.#facts ??= new Map());
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
    if (this.#json === null) this.#json = readJsonForm(this.body);
    return this.#json;
  }

  #readHead(): ReturnType<typeof readFlags> {
    return (this.#head ??= readFlags(this.text));
  }
}
