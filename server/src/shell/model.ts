import { type MappedText } from '../text/mapped';
import { type Span } from '../text/span';

/** Shell text parsed into commands. All spans count in the document, not in the script. */
export interface ShellScript {
  readonly text: MappedText;
  /** Every simple command in source order, those inside `if`, loops, subshells, `$(…)` and `sh -c '…'` included. */
  readonly commands: readonly ShellCommand[];
  readonly pipelines: readonly Pipeline[];
  /** False where the text is no valid shell. Its commands are then what could be read, and rules stay careful. */
  readonly complete: boolean;
  /** What others have found out about it: only what follows from the script alone, which several documents may share. */
  readonly facts: Map<object, unknown>;
}

/** A word of a command, with its quotes. */
export interface ShellWord {
  /** As written in the script (continuations already taken out). */
  readonly raw: string;
  /** With quotes and backslashes removed; expansions stand in it as written (`$HOME/x`). */
  readonly value: string;
  /** True where the shell changes nothing in `value`: no variable, glob, substitution or brace expansion. */
  readonly literal: boolean;
  /** Names of the variables that the word expands. */
  readonly variables: readonly string[];
  readonly quoted: boolean;
  readonly span: Span;
}

/** A simple command, its wrappers taken off. */
export interface ShellCommand {
  /** Last path part of the program's name, `''` where it is not literal: `apt-get` for `/usr/bin/apt-get`. */
  readonly name: string;
  /** The program's word as written; absent for a command that only assigns or redirects. */
  readonly program?: ShellWord;
  /** The words after the program. */
  readonly args: readonly ShellWord[];
  /** Wrappers that stand before it, outermost first: sudo, env, time, exec, nice, xargs, `sh -c`. */
  readonly wrappers: readonly Wrapper[];
  /**
   * `NAME=value` before the command or inside `env`, before a `sh -c` whose script it stands in too; also of a command
   * that does nothing else. An array and `NAME+=value` have no value here.
   */
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  /**
   * From the first word (wrappers and assignments included) to the last. Inside `sh -c '…'` from the first word there;
   * all of the script's word where it is put together from several strings.
   */
  readonly span: Span;
  /** What stands between the command before and this one in the same list. */
  readonly joinedBy: 'start' | '&&' | '||' | ';' | '|';
  /** True inside `if`, `case`, loops, functions, after `||`: it may not run. */
  readonly conditional: boolean;
  /** True inside `$(…)`, back-ticks or `<(…)`. */
  readonly substituted: boolean;
  /** The innermost that it stands in. */
  readonly pipeline?: Pipeline;
}

export interface Wrapper {
  readonly name: string;
  /** Its words: the name, its flags and their values; not the command that it runs. */
  readonly words: readonly ShellWord[];
  readonly span: Span;
}

export interface ShellAssignment {
  readonly name: string;
  readonly value?: ShellWord;
  readonly span: Span;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `<<`, `<<<`, `>&`, `&>` … */
  readonly operator: string;
  /** For `<<` the delimiter; quoted where nothing in the body is expanded. */
  readonly target?: ShellWord;
  /** The body of `<<`, with its way back to the document. */
  readonly heredoc?: MappedText;
  readonly span: Span;
}

/** Two or more commands joined by `|`, those of groups in it included. */
export interface Pipeline {
  readonly commands: readonly ShellCommand[];
  readonly span: Span;
}
