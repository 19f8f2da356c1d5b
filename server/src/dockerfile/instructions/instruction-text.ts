import { type MappedText } from '../../text/mapped';
import { readFlags, type MappedFlag } from '../flags';
import { readJsonForm } from '../json-form';
import { trimmed } from '../logical-line';
import { type Argument, type JsonForm } from '../model';
import { argumentsOf } from '../words';

/** What stands after the keyword of an instruction, taken apart when it is first asked for. */
export class InstructionText {
  #head: ReturnType<typeof readFlags> | undefined;
  #body: MappedText | undefined;
  #args: readonly Argument[] | undefined;
  /** `null` before it is read. */
  #json: JsonForm | undefined | null = null;

  constructor(
    private readonly text: MappedText,
    private readonly escape: '\\' | '`',
  ) {}

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
