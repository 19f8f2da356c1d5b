import { type ShellScript } from '../../shell/model';
import { known, valueOf, type Known } from '../../text/known';
import { isShell } from '../interpreters';
import { type Mount, type RunInstruction } from '../model';
import { MountNode, writtenMounts } from '../mounts';
import { runText } from '../run-script';
import { InstructionNode } from './instruction-node';

export class RunNode extends InstructionNode implements RunInstruction {
  readonly keyword = 'RUN';
  #mounts: readonly Mount[] | undefined;
  #interpreter: Known<string> | undefined;
  /** `null` before it is read. */
  #script: ShellScript | undefined | null = null;

  get mounts(): readonly Mount[] {
    return (this.#mounts ??= writtenMounts(this.written).map(
      (written) => new MountNode(written, this, this.place.file),
    ));
  }

  get script(): ShellScript | undefined {
    if (this.#script === null) {
      const program = valueOf(this.interpreter);
      this.#script = program !== undefined && isShell(program) ? runText(this.written).script() : undefined;
    }
    return this.#script;
  }

  get interpreter(): Known<string> {
    return (this.#interpreter ??=
      runText(this.written).program ?? known(this.place.file.interpreterFor(this)));
  }

  protected override readonly mayBeJson = true;
}
