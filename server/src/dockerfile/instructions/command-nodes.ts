import { type ShellScript } from '../../shell/model';
import { parseShell } from '../../shell/parse';
import { type MappedText } from '../../text/mapped';
import { type Span } from '../../text/span';
import { lazy } from '../lazy';
import { type InstructionLine } from '../instruction-line';
import { isShell } from '../interpreters';
import { trimmed } from '../logical-line';
import { readJsonForm } from '../json-form';
import {
  type CommandInstruction,
  type HealthcheckCommand,
  type HealthcheckInstruction,
  type JsonForm,
} from '../model';
import { factOf } from '../model-map';
import { type InstructionPlace } from '../place';
import { InstructionNode } from './instruction-node';

/** CMD and ENTRYPOINT. */
export class CommandNode extends InstructionNode implements CommandInstruction {
  constructor(
    readonly keyword: CommandInstruction['keyword'],
    line: InstructionLine,
    place: InstructionPlace,
  ) {
    super(line, place);
  }

  get script(): ShellScript | undefined {
    if (this.json !== undefined || !isShell(this.place.file.interpreterFor(this))) return undefined;
    return bodyScript(this.written);
  }

  protected override readonly mayBeJson = true;
}

const bodyScript = factOf(({ body }: InstructionLine) => parseShell(body));

export class HealthcheckNode extends InstructionNode implements HealthcheckInstruction {
  readonly keyword = 'HEALTHCHECK';
  readonly #command = lazy(() => {
    const written = writtenCommand(this.written);
    return written && new HealthcheckCommandNode(written, this.place.file.interpreterFor(this));
  });

  get none(): boolean {
    return typeOf(this.body) === 'NONE';
  }

  get command(): HealthcheckCommand | undefined {
    return this.#command();
  }
}

function typeOf({ text }: MappedText): string {
  return /^\S*/.exec(text)?.[0].toUpperCase() ?? '';
}

/** What stands behind `CMD`, as it is written. */
interface WrittenCommand {
  readonly json: JsonForm | undefined;
  readonly span: Span;
  readonly script: () => ShellScript;
}

const writtenCommand = factOf(({ body }: InstructionLine): WrittenCommand | undefined => {
  const type = typeOf(body);
  if (type !== 'CMD') return undefined;
  const text = trimmed(body, type.length);
  return {
    json: readJsonForm(text),
    span: text.spanOf(0, text.text.length),
    script: lazy(() => parseShell(text)),
  };
});

class HealthcheckCommandNode implements HealthcheckCommand {
  constructor(
    private readonly written: WrittenCommand,
    private readonly interpreter: string,
  ) {}

  get json(): JsonForm | undefined {
    return this.written.json;
  }

  get span(): Span {
    return this.written.span;
  }

  get script(): ShellScript | undefined {
    return this.json === undefined && isShell(this.interpreter) ? this.written.script() : undefined;
  }
}
