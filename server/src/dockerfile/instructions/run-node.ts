import { type ShellScript } from '../../shell/model';
import { type Known } from '../../text/known';
import { lazy } from '../lazy';
import { type Mount, type RunInstruction } from '../model';
import { MountNode } from '../mounts';
import { readRun } from '../run-script';
import { InstructionNode } from './instruction-node';

export class RunNode extends InstructionNode implements RunInstruction {
  readonly keyword = 'RUN';
  readonly #mounts = lazy(() =>
    this.flags
      .filter(({ name }) => name === 'mount')
      .map((flag) => new MountNode(flag, this, this.place.file)),
  );
  readonly #read = lazy(() => readRun(this, this.place.file));
  readonly #script = lazy(() => this.#read().script());

  get mounts(): readonly Mount[] {
    return this.#mounts();
  }

  get script(): ShellScript | undefined {
    return this.#script();
  }

  get interpreter(): Known<string> {
    return this.#read().interpreter;
  }

  protected override readonly mayBeJson = true;
}
