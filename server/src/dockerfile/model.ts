import { type ImageReference } from '../image/reference';
import { type ShellScript } from '../shell/model';
import { type Known } from '../text/known';
import { type MappedText } from '../text/mapped';
import { type Source } from '../text/source';
import { type Span } from '../text/span';
import { type InstructionLine } from './instruction-line';
import { type Keeper } from './model-map';
import { type Stage } from './stage-model';

export type * from './stage-model';

/** A parsed Dockerfile: read-only, built once per version of the text, all spans in document offsets. */
export interface Dockerfile extends Keeper {
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
  /** What containers start from: the last stage, and those that `shippedTargets` names. */
  readonly targets: readonly Stage[];
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
  /** Values that the build is given, by the names of their ARGs; they win over defaults, also where they are not known. */
  readonly buildArgs?: ReadonlyMap<string, Known<string>>;
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
export interface InstructionBase extends Keeper {
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
  readonly json?: JsonForm | undefined;
  readonly heredocs: readonly Heredoc[];
  /** The instruction whatever is in force where it stands: what follows from that alone is kept with it from key to key. */
  readonly written: InstructionLine;
  /** The stage that it belongs to; absent before the first FROM. */
  readonly stage?: Stage | undefined;
  /** Position in `Dockerfile.instructions`; a trigger has its ONBUILD's. */
  readonly index: number;
  /** The ONBUILD that it is the trigger of. */
  readonly onbuild?: OnbuildInstruction | undefined;
}

export interface Flag {
  /** Lower-case, without dashes: `from`, `mount`, `chown`. */
  readonly name: string;
  /** Without quotes, variables unresolved; absent for a bare `--link`. */
  readonly value?: string | undefined;
  readonly span: Span;
  readonly nameSpan: Span;
  /** Quotes included. */
  readonly valueSpan?: Span | undefined;
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
  readonly image?: Argument | undefined;
  readonly as?: { readonly keywordSpan: Span; readonly name: string; readonly nameSpan: Span } | undefined;
}

export interface RunInstruction extends InstructionBase {
  readonly keyword: 'RUN';
  readonly mounts: readonly Mount[];
  /**
   * What a shell runs: shell form, a heredoc, what `bash <<EOF` hands on, and the script of `["sh", "-c", "…"]` where
   * it is written without escapes. Absent in other JSON forms, for another interpreter, and on Windows shells.
   */
  readonly script?: ShellScript | undefined;
  /**
   * Program that reads the text: `sh`, `bash`, `powershell`, `cmd`, a heredoc's shebang (`python3`), the program of a
   * JSON form. `sh` where neither SHELL nor the image says otherwise, whether or not the image is known to have it.
   */
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
  /** All arguments but the last, `<<NAME` among them. */
  readonly sources: readonly Argument[];
  readonly destination?: Argument | undefined;
  /** The destination made absolute, variables and work dir applied, without a slash at its end. */
  readonly destinationPath: Known<string>;
  /** `--from` of a COPY, resolved. */
  readonly from?: SourceReference | undefined;
}

/** What a `--from=` or `from=` names. */
export interface SourceReference {
  /** As written. */
  readonly text: string;
  readonly span: Span;
  readonly resolved: Known<string>;
  /**
   * An earlier stage by name or index. Where it names its own stage or a later one, this and `image` are absent, and
   * `Dockerfile.stage(text)` gives that stage.
   */
  readonly stage?: Stage | undefined;
  /** Set where it is neither a stage nor an index: an image, or a named build context. */
  readonly image?: ImageReference | undefined;
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
  readonly value?: string | undefined;
  /** The value with the variables that are known at this place. */
  readonly resolved: Known<string>;
  readonly span: Span;
  readonly nameSpan: Span;
  /** Quotes included. */
  readonly valueSpan?: Span | undefined;
}

export interface CommandInstruction extends InstructionBase {
  readonly keyword: 'CMD' | 'ENTRYPOINT';
  /** Set in shell form, where the stage's shell can be read. */
  readonly script?: ShellScript | undefined;
}

export interface HealthcheckInstruction extends InstructionBase {
  readonly keyword: 'HEALTHCHECK';
  /** True for `HEALTHCHECK NONE`. */
  readonly none: boolean;
  /** The part after `CMD`. */
  readonly command?: HealthcheckCommand | undefined;
}

export interface HealthcheckCommand {
  readonly json?: JsonForm | undefined;
  /** Set in shell form, where the stage's shell can be read. */
  readonly script?: ShellScript | undefined;
  /** Of all after `CMD`. */
  readonly span: Span;
}

export interface UserInstruction extends InstructionBase {
  readonly keyword: 'USER';
  /** The user's part before the colon. */
  readonly user: Known<string>;
  readonly userSpan?: Span | undefined;
  readonly group?: string | undefined;
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
  readonly trigger?: Instruction | undefined;
}

/** EXPOSE, VOLUME, STOPSIGNAL, MAINTAINER, and words that are no instruction. */
export interface PlainInstruction extends InstructionBase {
  readonly keyword: 'EXPOSE' | 'VOLUME' | 'STOPSIGNAL' | 'MAINTAINER' | 'UNKNOWN';
}

/** A use of a variable in a place where BuildKit expands it. */
export interface VariableUse {
  readonly name: string;
  /** From `$` to its end. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** `${v:-x}`, `${v-x}`, `${v:+x}`, `${v+x}`: a value is not needed. */
  readonly guarded: boolean;
}
