import { environmentOf } from '../../../dockerfile/command-environment';
import { type RunInstruction, type Stage } from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { commandsOf } from '../../../dockerfile/walk';
import { flagValue, operands } from '../../../shell/flags';
import { type ShellCommand, type ShellWord } from '../../../shell/model';
import { known, UNKNOWN, type Known } from '../../../text/known';
import { type Span } from '../../../text/span';

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
  const folder = folderOf(stage, run, command);
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

/** Where a command of a RUN runs: the work dir, and where `cd` went before it. */
export function folderOf(stage: Stage, run: RunInstruction, command: ShellCommand): Known<string> {
  let folder = run.onbuild === undefined ? stage.before(run).workdir : UNKNOWN;
  const commands = commandsOf(run);
  for (const { name, args } of commands.slice(0, Math.max(0, commands.indexOf(command)))) {
    if (name === 'popd') return UNKNOWN;
    if (name !== 'cd' && name !== 'pushd') continue;
    const [to] = args;
    folder = to?.literal === true ? resolvePath(to.value, folder) : UNKNOWN;
  }
  const flag = flagValue(command, '-C');
  if (flag === undefined) return folder;
  return flag.literal ? resolvePath(flag.value, folder) : UNKNOWN;
}

/** Whether a path is the folder or lies in it. */
export function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

export const atRoot = known('/');
