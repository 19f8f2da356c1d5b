import { type ImageFacts } from '../image/facts';
import { type ImageReference } from '../image/reference';
import { type ShellScript } from '../shell/model';
import { type Known } from '../text/known';
import { type MappedText } from '../text/mapped';
import { type Source } from '../text/source';
import { type Span } from '../text/span';

/** A parsed Dockerfile: read-only, built once per version of the text, all spans in document offsets. */
export interface Dockerfile {
  readonly source: Source;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Every comment line, those inside continued instructions included, in order. */
  readonly comments: readonly Comment[];
  /** Every instruction in order, the ARGs before the first FROM included; ONBUILD triggers stand in their ONBUILD. */
  readonly instructions: readonly Instruction[];
  /** ARGs before the first FROM. */
  readonly globalArgs: readonly ArgInstruction[];
  readonly stages: readonly Stage[];
  /** Stages that a build hands over: the last, and those that `shippedTargets` names; and what these inherit from. */
  readonly shippedStages: readonly Stage[];
  /** By name (case-insensitively) or by index written as a number; the last one where a name is taken twice. */
  stage(nameOrIndex: string): Stage | undefined;
  /** Whether anything of the stage reaches a shipped one other than by COPY: it is one, or one inherits from it. */
  ships(stage: Stage): boolean;
}

/** What the parser must be told of the world outside the file. */
export interface DockerfileOptions {
  /** Stage names that something outside the file builds (`build.target` of a Compose service). */
  readonly shippedTargets?: readonly string[];
  /** Values that the build is known to be given; they win over ARG defaults. */
  readonly buildArgs?: ReadonlyMap<string, string>;
  readonly hardenedImageMirrors?: readonly string[];
}

/** `# name=value` before anything else: syntax, escape, check. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

/** A comment line from its `#` to its end. */
export interface Comment {
  /** Without the `#`, trimmed. */
  readonly text: string;
  readonly line: number;
  readonly span: Span;
}

export type Instruction =
  | FromInstruction
  | RunInstruction
  | CopyInstruction
  | VariableInstruction
  | ArgInstruction
  | CommandInstruction
  | HealthcheckInstruction
  | UserInstruction
  | WorkdirInstruction
  | ShellInstruction
  | OnbuildInstruction
  | PlainInstruction;

/** What every instruction has. */
export interface InstructionBase {
  /** The keyword as written. */
  readonly keywordText: string;
  readonly keywordSpan: Span;
  /** From the keyword to the last character, heredoc bodies and terminators included, without the line's end. */
  readonly span: Span;
  /** From the keyword to the end of the instruction proper, heredoc bodies left out. */
  readonly headSpan: Span;
  /** All after the keyword (flags included), continuations and comment lines taken out, trimmed. */
  readonly text: MappedText;
  /** `--name[=value]` words before the arguments. */
  readonly flags: readonly Flag[];
  /** All after the flags, trimmed. */
  readonly body: MappedText;
  /** The body split at blanks outside quotes; quotes and variables as written. */
  readonly args: readonly Argument[];
  /** The body as a JSON array of strings; absent where it is none. */
  readonly json?: JsonForm;
  readonly heredocs: readonly Heredoc[];
  /** The stage that it belongs to; absent before the first FROM. */
  readonly stage?: Stage;
  /** Position in `Dockerfile.instructions`; a trigger has its ONBUILD's. */
  readonly index: number;
  /** The ONBUILD that it is the trigger of. */
  readonly onbuild?: OnbuildInstruction;
}

export interface Flag {
  /** Lower-case, without dashes: `from`, `mount`, `chown`. */
  readonly name: string;
  /** As written, variables unresolved; absent for a bare `--link`. */
  readonly value?: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly valueSpan?: Span;
}

export interface Argument {
  readonly text: string;
  readonly span: Span;
}

export interface JsonForm {
  readonly items: readonly { readonly value: string; readonly span: Span }[];
  readonly span: Span;
}

export interface Heredoc {
  /** The delimiter without quotes. */
  readonly name: string;
  /** False where the delimiter is quoted: nothing in the body is expanded. */
  readonly expands: boolean;
  /** True for `<<-`: leading tabs are stripped. */
  readonly stripsTabs: boolean;
  /** Of `<<NAME` in the head. */
  readonly openSpan: Span;
  readonly body: MappedText;
  /** Of the body's whole lines, their line ends included. */
  readonly bodySpan: Span;
  /** False where the terminator is missing. */
  readonly closed: boolean;
}

export interface FromInstruction extends InstructionBase {
  readonly keyword: 'FROM';
  /** The word after the flags, as written. */
  readonly image?: Argument;
  readonly as?: { readonly keywordSpan: Span; readonly name: string; readonly nameSpan: Span };
}

export interface RunInstruction extends InstructionBase {
  readonly keyword: 'RUN';
  readonly mounts: readonly Mount[];
  /** What the shell runs: shell form or heredoc; absent in JSON form, for another interpreter, and on Windows shells. */
  readonly script?: ShellScript;
  /** Program that reads the text: `sh`, `bash`, `powershell`, `cmd`, or a heredoc's shebang (`python3`). */
  readonly interpreter: Known<string>;
}

/** One `--mount=` of a RUN. */
export interface Mount {
  readonly flag: Flag;
  /** `bind` where none is given. */
  readonly type: string;
  readonly options: readonly MountOption[];
  /** The value of the first option by one of these names, variables resolved where known. */
  option(...names: string[]): MountOption | undefined;
  /** Absolute path inside the container (`target`, `dst`, `destination`), the work dir applied. */
  readonly target: Known<string>;
}

export interface MountOption {
  readonly key: string;
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
}

export interface CopyInstruction extends InstructionBase {
  readonly keyword: 'COPY' | 'ADD';
  readonly sources: readonly Argument[];
  readonly destination?: Argument;
  /** `--from`, resolved. */
  readonly from?: SourceReference;
}

/** What a `--from=` or `from=` names. */
export interface SourceReference {
  /** As written. */
  readonly text: string;
  readonly span: Span;
  readonly resolved: Known<string>;
  /** An earlier stage by name or index. */
  readonly stage?: Stage;
  /** Set where it is neither a stage nor an index: an image, or a named build context. */
  readonly image?: ImageReference;
  /** True for a number. */
  readonly byIndex: boolean;
  /** The instruction that uses it; the mount for `RUN --mount=from=`. */
  readonly instruction: RunInstruction | CopyInstruction;
}

/** ENV and LABEL. */
export interface VariableInstruction extends InstructionBase {
  readonly keyword: 'ENV' | 'LABEL';
  readonly pairs: readonly Pair[];
  /** True for `ENV key value`. */
  readonly legacy: boolean;
}

export interface ArgInstruction extends InstructionBase {
  readonly keyword: 'ARG';
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly name: string;
  /** Quotes removed, variables as written; absent for an ARG without a default. */
  readonly value?: string;
  /** The value with the variables that are known at this place. */
  readonly resolved: Known<string>;
  readonly span: Span;
  readonly nameSpan: Span;
  /** Quotes included. */
  readonly valueSpan?: Span;
}

export interface CommandInstruction extends InstructionBase {
  readonly keyword: 'CMD' | 'ENTRYPOINT';
  /** Set in shell form, where the stage's shell can be read. */
  readonly script?: ShellScript;
}

export interface HealthcheckInstruction extends InstructionBase {
  readonly keyword: 'HEALTHCHECK';
  /** True for `HEALTHCHECK NONE`. */
  readonly none: boolean;
  /** The part after `CMD`. */
  readonly command?: { readonly json?: JsonForm; readonly script?: ShellScript; readonly span: Span };
}

export interface UserInstruction extends InstructionBase {
  readonly keyword: 'USER';
  /** The user's part before the colon. */
  readonly user: Known<string>;
  readonly userSpan?: Span;
  readonly group?: string;
}

export interface WorkdirInstruction extends InstructionBase {
  readonly keyword: 'WORKDIR';
  /** The absolute path after this instruction. */
  readonly path: Known<string>;
}

export interface ShellInstruction extends InstructionBase {
  readonly keyword: 'SHELL';
}

export interface OnbuildInstruction extends InstructionBase {
  readonly keyword: 'ONBUILD';
  readonly trigger?: Instruction;
}

/** EXPOSE, VOLUME, STOPSIGNAL, MAINTAINER, and words that are no instruction. */
export interface PlainInstruction extends InstructionBase {
  readonly keyword: 'EXPOSE' | 'VOLUME' | 'STOPSIGNAL' | 'MAINTAINER' | 'UNKNOWN';
}

export interface Stage {
  readonly index: number;
  readonly from: FromInstruction;
  readonly name?: string;
  readonly nameSpan?: Span;
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
  readonly stage?: Stage;
  readonly isScratch: boolean;
  /** Set where it names an image and is well-formed. */
  readonly image?: ImageReference;
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
  /** Value of a variable in scope: ENV over ARG. Absent where none is in scope. */
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
  readonly instruction?: UserInstruction;
}

/** What a stage's own commands and those of the stages it inherits from make. */
export interface Effects {
  /** Accounts that `useradd`, `adduser` or a line for /etc/passwd create; unknown where passwd is copied or edited. */
  readonly users: Known<readonly { readonly name: string; readonly uid?: string; readonly span: Span }[]>;
  readonly packages: readonly InstalledPackage[];
}

export interface InstalledPackage {
  readonly manager: string;
  /** Without its version. */
  readonly name: string;
  readonly version?: string;
  readonly span: Span;
  readonly instruction: RunInstruction;
}

/** A use of a variable in a place where BuildKit expands it. */
export interface VariableUse {
  readonly name: string;
  /** From `$` to its end. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** `${v:-x}`, `${v-x}`, `${v:+x}`, `${v+x}`: a value is not needed. */
  readonly guarded: boolean;
  readonly instruction: Instruction;
}
