import { type ShellCommand } from '../../shell/model';
import { type Known } from '../../text/known';
import { type Argument, type CopyInstruction, type RunInstruction, type Stage } from '../model';

/** A command of a RUN. */
export interface Call {
  readonly stage: Stage;
  readonly run: RunInstruction;
  readonly command: ShellCommand;
}

/** A Python virtual environment that a command makes. */
export interface Venv extends Call {
  /** Absolute. */
  readonly path: string;
  readonly by: 'uv' | 'python';
  /** It was told to be movable, or may have been. */
  readonly relocatable: boolean;
  /** The Pythons that it may stand on: one of these, the likeliest first. Empty where that cannot be told. */
  readonly pythons: readonly VenvPython[];
  /** The calls of `uv sync` that filled it, in order. */
  readonly syncs: readonly Call[];
}

/** The Python below a virtual environment: one that uv downloaded, or one of the stage's own. */
export interface VenvPython {
  readonly managed: boolean;
  /** Of the program; for a managed one the folder that uv keeps all of them in. */
  readonly folder: Known<string>;
  /** Major and minor: `3.12`. */
  readonly version: Known<string>;
}

/** A virtual environment in a stage, whole and unchanged. */
export interface PlacedVenv {
  /** Where it lies in this stage. */
  readonly path: string;
  readonly venv: Venv;
  /** How it came here from the stage that made it; none where this one made it, or one that it stands on. */
  readonly copies: readonly VenvCopy[];
}

export interface VenvCopy {
  readonly copy: CopyInstruction;
  /** The source that holds it. */
  readonly source: Argument;
  /** The source's path, absolute: the environment, or a folder above it. */
  readonly sourcePath: string;
}
