import { HintedPattern } from '../../text/hinted-pattern';
import { withoutVersion } from '../../text/without-version';
import { operands } from '../flags';
import { type ShellCommand, type ShellWord } from '../model';
import { type PackageManager } from './manager';
import { packageManagers } from './table';

/** A package manager at work. */
export interface PackageCommand {
  readonly manager: PackageManager;
  /** Its arguments with the variables that are known put in, where the caller knows any. */
  readonly command: ShellCommand;
  /** The command as it stands in the script. */
  readonly written: ShellCommand;
  readonly program: ShellWord;
  /** The last word of the subcommand: `install`; the program's where the manager acts without one. */
  readonly verb: ShellWord;
  /** The whole subcommand: `install`, `cache clean`, `pip install`. */
  readonly action: string;
  /** The words after the subcommand that are no flags, as a rule packages. */
  readonly operands: readonly ShellWord[];
}

const byProgram: ReadonlyMap<string, PackageManager> = new Map(
  packageManagers.flatMap((manager) => manager.programs.map((program) => [program, manager] as const)),
);

/**
 * Reads a command of a package manager, `python -m pip` among them; absent where it is none, or has no subcommand.
 * @param args the words after the program, where variables have been put in.
 */
export function packageCommand(
  given: ShellCommand,
  args: readonly ShellWord[] = given.args,
): PackageCommand | undefined {
  const { program } = given;
  const called = managerOf(given, args);
  if (called === undefined || program === undefined) return undefined;
  const { manager, words } = called;
  const command = args === given.args && words === args ? given : { ...given, args: words };
  // A word of the subcommand's text before it would be a flag's value, and is none of these.
  const all = operands(command, manager.valueFlags);
  const [first, second] = all;
  if (first === undefined) {
    const isHelp = words.some(({ value }) => /^(?:-h|--help|-v|-V|--version)$/.test(value));
    if (manager.bare === undefined || isHelp) return undefined;
    return { manager, command, written: given, program, verb: program, action: manager.bare, operands: [] };
  }
  const inGroup = second !== undefined && manager.groups.includes(first.value);
  return {
    manager,
    command,
    written: given,
    program,
    verb: inGroup ? second : first,
    action: inGroup ? `${first.value} ${second.value}` : first.value,
    operands: all.slice(inGroup ? 2 : 1),
  };
}

const pipOfVersion = new HintedPattern(/^pip\d+\.\d+$/, 'pip');

/** The manager that a command calls by its own name, with a version (`pip3.12`), or as a module of Python. */
function managerOf(
  { name }: ShellCommand,
  args: readonly ShellWord[],
): { readonly manager: PackageManager; readonly words: readonly ShellWord[] } | undefined {
  const manager = byProgram.get(name) ?? (pipOfVersion.test(name) ? byProgram.get('pip') : undefined);
  if (manager !== undefined) return { manager, words: args };
  const module = pythonModule(name, args);
  const called = module === undefined ? undefined : byProgram.get(args[module]?.value ?? '');
  return called && module !== undefined ? { manager: called, words: args.slice(module + 1) } : undefined;
}

/** Where the name of the module stands that Python is told to run; flags of Python itself may stand before `-m`. */
function pythonModule(name: string, args: readonly ShellWord[]): number | undefined {
  const program = withoutVersion(name);
  if (program !== 'python' && program !== 'pypy') return undefined;
  const at = args.findIndex(({ value }) => value === '-m' || !value.startsWith('-'));
  return args[at]?.value === '-m' ? at + 1 : undefined;
}

/** The manager that the command calls, whatever it asks of it. */
export function packageManagerOf(command: ShellCommand): PackageManager | undefined {
  return managerOf(command, command.args)?.manager;
}
