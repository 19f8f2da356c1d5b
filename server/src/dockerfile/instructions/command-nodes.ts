import { type ShellScript } from '../../shell/model';
import { type MappedText } from '../../text/mapped';
import { type Span } from '../../text/span';
import { lazy } from '../lazy';
import { type InstructionLine } from '../lexer';
import { trimmed } from '../logical-line';
import { readJsonForm } from '../json-form';
import {
  type CommandInstruction,
  type HealthcheckCommand,
  type HealthcheckInstruction,
  type JsonForm,
} from '../model';
import { type InstructionPlace } from '../place';
import { shellFormScript } from '../scripts';
import { InstructionNode } from './instruction-node';

/** CMD and ENTRYPOINT. */
export class CommandNode extends InstructionNode implements CommandInstruction {
  readonly #script = lazy(() =>
    this.json === undefined ? shellFormScript(this.body, this.place.file.interpreterFor(this)) : undefined,
  );

  constructor(
    readonly keyword: CommandInstruction['keyword'],
    line: InstructionLine,
    place: InstructionPlace,
  ) {
    super(line, place);
  }

  get script(): ShellScript | undefined {
    return this.#script();
  }

  protected override readonly mayBeJson = true;
}

export class HealthcheckNode extends InstructionNode implements HealthcheckInstruction {
  readonly keyword = 'HEALTHCHECK';
  readonly #command = lazy(() => this.#readCommand());

  get none(): boolean {
    return this.#type === 'NONE';
  }

  get command(): HealthcheckCommand | undefined {
    return this.#command();
  }

  get #type(): string {
    return /^\S*/.exec(this.body.text)?.[0].toUpperCase() ?? '';
  }

  #readCommand(): HealthcheckCommand | undefined {
    const type = this.#type;
    if (type !== 'CMD') return undefined;
    const text = trimmed(this.body, type.length);
    return new HealthcheckCommandNode(text, this.place.file.interpreterFor(this));
  }
}

/** What stands behind `CMD`. */
class HealthcheckCommandNode implements HealthcheckCommand {
  readonly json: JsonForm | undefined;
  readonly span: Span;
  readonly #script = lazy(() =>
    this.json === undefined ? shellFormScript(this.text, this.interpreter) : undefined,
  );

  constructor(
    private readonly text: MappedText,
    private readonly interpreter: string,
  ) {
    this.json = readJsonForm(text);
    this.span = text.spanOf(0, text.text.length);
  }

  get script(): ShellScript | undefined {
    return this.#script();
  }
}
