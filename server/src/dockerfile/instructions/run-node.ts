import { type ShellScript } from '../../shell/model';
import { known, valueOf, type Known } from '../../text/known';
import { isShell } from '../interpreters';
import { lazy } from '../lazy';
import { type Mount, type RunInstruction } from '../model';
import { MountNode } from '../mounts';
import { runText } from '../run-script';
import { InstructionNode } from './instruction-node';

export class RunNode extends InstructionNode implements RunInstruction {
  readonly keyword = 'RUN';
  readonly #mounts = lazy(() =>
    this.flags
      .filter(({ name }) => name === 'mount')
      .map((flag) => new MountNode(flag, this, this.place.file)),
  );
  #interpreter: Known<string> | undefined;

  get mounts(): readonly Mount[] {
    return this.#mounts();
  }

  get script(): ShellScript | undefined {
    const program = valueOf(this.interpreter);
    return program !== undefined && isShell(program) ? runText(this.line).script() : undefined;
  }

  get interpreter(): Known<string> {
    return (this.#interpreter ??= runText(this.line).program ?? known(this.place.file.interpreterFor(this)));
  }

  protected override readonly mayBeJson = true;
}
