import { type ImageFacts } from '../image/facts';
import { type ImageReference } from '../image/reference';
import { type Known } from '../text/known';
import { type Span } from '../text/span';
import {
  type FromInstruction,
  type Instruction,
  type RunInstruction,
  type SourceReference,
  type UserInstruction,
} from './model';
import { type Keeper } from './model-map';

export interface Stage extends Keeper {
  readonly index: number;
  readonly from: FromInstruction;
  readonly name?: string | undefined;
  readonly nameSpan?: Span | undefined;
  readonly base: Base;
  /** Resolved `--platform`; absent where none is given. */
  readonly platform: Known<string>;
  /** After the FROM, up to the next one. */
  readonly instructions: readonly Instruction[];
  /** From the FROM to the end of its last instruction. */
  readonly span: Span;
  /** What holds after the last instruction: what a container starts with. */
  readonly final: State;
  /** What holds when the instruction runs. */
  before(instruction: Instruction): State;
  /** Sources of COPY --from and RUN --mount=from, in order. */
  readonly uses: readonly SourceReference[];
  /** What its commands make, as far as they say. */
  readonly effects: Effects;
  /** The instruction whose effect the container keeps, inherited from a base stage where this one has none. */
  effective(keyword: 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK'): Instruction | undefined;
}

/** What a stage stands on. */
export interface Base {
  /** As written. */
  readonly text: string;
  readonly span: Span;
  /** With its variables resolved. */
  readonly resolved: Known<string>;
  /** An earlier stage of this file. */
  readonly stage?: Stage | undefined;
  readonly isScratch: boolean;
  /** Set where it names an image and is well-formed. */
  readonly image?: ImageReference | undefined;
  /** Facts of the image that the whole chain of stages stands on; every one unknown where that is not known. */
  readonly facts: ImageFacts;
}

/** What is in force at one place of a stage. */
export interface State {
  readonly user: UserState;
  /** Absolute. */
  readonly workdir: Known<string>;
  /** The words of SHELL; absent where the image has no shell. */
  readonly shell: Known<readonly string[]>;
  /**
   * Value of a variable in scope: ENV over ARG. Absent where nothing in this file sets it; the base image may still.
   * PATH and the proxy variables are never absent.
   */
  variable(name: string): Known<string>;
  /** Names of ENV and ARG in scope, those of the base image left out. */
  readonly variables: ReadonlyMap<string, VariableState>;
}

export interface VariableState {
  readonly kind: 'env' | 'arg';
  readonly value: Known<string>;
  /** The ENV or ARG that set it last. */
  readonly instruction: Instruction;
}

export interface UserState {
  /** As USER spells it. */
  readonly name: Known<string>;
  /** Unknown stays `undefined`. */
  readonly isRoot: boolean | undefined;
  /** The USER that set it, perhaps in a stage below; absent where it comes from the image. */
  readonly instruction?: UserInstruction | undefined;
}

/** What a stage's own commands and those of the stages it inherits from make. */
export interface Effects {
  /**
   * Accounts that `useradd`, `adduser` or a line for /etc/passwd create; unknown where passwd is copied or edited.
   * Packages and scripts that are run may create others.
   */
  readonly users: Known<
    readonly { readonly name: string; readonly uid?: string | undefined; readonly span: Span }[]
  >;
  readonly packages: readonly InstalledPackage[];
}

export interface InstalledPackage {
  readonly manager: string;
  /** Without its version. */
  readonly name: string;
  readonly version?: string | undefined;
  readonly span: Span;
  readonly instruction: RunInstruction;
}
