import { type ShellCommand } from '../../shell/model';
import { lazy } from '../lazy';
import { type RunInstruction, type Stage } from '../model';
import { type Call, type Venv, type VenvPython } from './model';

/** An environment whose Pythons are looked for when somebody asks for them. */
export class VenvNode implements Venv {
  readonly stage: Stage;
  readonly run: RunInstruction;
  readonly command: ShellCommand;
  readonly path: string;
  readonly by: Venv['by'];
  readonly relocatable: boolean;
  readonly syncs: readonly Call[];
  readonly #pythons: () => readonly VenvPython[];

  constructor(known: Omit<Venv, 'pythons'>, findPythons: () => readonly VenvPython[]) {
    this.stage = known.stage;
    this.run = known.run;
    this.command = known.command;
    this.path = known.path;
    this.by = known.by;
    this.relocatable = known.relocatable;
    this.syncs = known.syncs;
    this.#pythons = lazy(findPythons);
  }

  get pythons(): readonly VenvPython[] {
    return this.#pythons();
  }
}
