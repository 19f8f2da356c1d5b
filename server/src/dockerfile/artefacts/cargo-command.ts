import { flagValue, operands } from '../../shell/flags';
import { type ShellCommand, type ShellWord } from '../../shell/model';
import { UNKNOWN, type Known } from '../../text/known';
import { type Span } from '../../text/span';
import { environmentOf } from '../command-environment';
import { commandFolder } from '../command-folder';
import { type RunInstruction, type Stage } from '../model';
import { resolvePath } from '../paths';

/** A call of cargo. */
export interface CargoCommand {
  readonly command: ShellCommand;
  /** The subcommand, its short name written out. */
  readonly verb: string;
  readonly verbWord: ShellWord;
  /** The words after the subcommand that are no flags. */
  readonly operands: readonly ShellWord[];
  /** From the program to the subcommand where they stand together, else of the subcommand. */
  readonly span: Span;
}

/** Flags that take the next word: https://doc.rust-lang.org/cargo/commands/cargo-install.html and its neighbours. */
const valueFlags = [
  ...[
    '-C',
    '-Z',
    '-F',
    '-j',
    '-p',
    '--bin',
    '--branch',
    '--color',
    '--config',
    '--example',
    '--features',
    '--git',
  ],
  ...[
    '--index',
    '--jobs',
    '--manifest-path',
    '--message-format',
    '--package',
    '--path',
    '--profile',
    '--registry',
  ],
  ...['--rev', '--root', '--tag', '--target', '--target-dir', '--version'],
];

/** Reads a call of cargo; absent where it is none. */
export function cargoCommand(command: ShellCommand): CargoCommand | undefined {
  const { name, program, args } = command;
  if (name !== 'cargo' || program === undefined) return undefined;
  const words = operands(command, valueFlags);
  // `cargo +nightly build` names the toolchain.
  const [verbWord, ...rest] = words[0]?.value.startsWith('+') === true ? words.slice(1) : words;
  if (verbWord === undefined) return undefined;
  const verb = verbWord.value === 'b' ? 'build' : verbWord.value === 'r' ? 'run' : verbWord.value;
  const isFirst = args[0] === verbWord;
  const span = isFirst ? { start: program.span.start, end: verbWord.span.end } : verbWord.span;
  return { command, verb, verbWord, operands: rest, span };
}

/** The folder that a build puts its files into: https://doc.rust-lang.org/cargo/reference/build-cache.html */
export function cargoTargetFolder(stage: Stage, run: RunInstruction, command: ShellCommand): Known<string> {
  const folder = cargoFolder(stage, run, command);
  const flag = flagValue(command, '--target-dir');
  if (flag !== undefined) return flag.literal ? resolvePath(flag.value, folder) : UNKNOWN;
  for (const name of ['CARGO_TARGET_DIR', 'CARGO_BUILD_TARGET_DIR']) {
    const value = environmentOf(stage, run, command, name);
    if (value.state === 'unknown') return UNKNOWN;
    if (value.state === 'known' && value.value !== '') return resolvePath(value.value, folder);
  }
  const manifest = flagValue(command, '--manifest-path');
  if (manifest === undefined) return resolvePath('target', folder);
  return manifest.literal ? resolvePath(`${manifest.value}/../target`, folder) : UNKNOWN;
}

/** Where a call of cargo runs: https://doc.rust-lang.org/cargo/commands/cargo.html#option-cargo--C */
export function cargoFolder(stage: Stage, run: RunInstruction, command: ShellCommand): Known<string> {
  const folder = commandFolder(stage, run, command);
  const flag = flagValue(command, '-C');
  if (flag === undefined) return folder;
  return flag.literal ? resolvePath(flag.value, folder) : UNKNOWN;
}
