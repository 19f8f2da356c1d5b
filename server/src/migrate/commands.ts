import { commandFolder } from '../dockerfile/command-folder';
import { packageCommandsOf } from '../dockerfile/package-commands';
import { resolvePath } from '../dockerfile/paths';
import { operands } from '../shell/flags';
import { type ShellCommand, type ShellWord } from '../shell/model';
import { packageName } from '../shell/package-managers/package-name';
import { valueOf } from '../text/known';
import { type Call, type CommandRole } from './languages/language';
import { type HardenedBase } from './hardened-base';
import { isInImage } from './packages/held';
import { packageUse, type PackageUse } from './packages/needed-at-run';

/** What the core knows of a command, whatever the language. */
export interface CommandMeaning {
  /** `helper` goes where the rest of its RUN goes. */
  readonly role: CommandRole | 'helper';
  /** Absolute paths that it gives to the program's user. */
  readonly owned?: readonly string[];
  /** Absolute folders that it makes. */
  readonly made?: readonly string[];
  /** Absolute paths that it changes. */
  readonly changed?: readonly string[];
  /** What goes with it, for the plan. */
  readonly dropped?: 'account' | 'certificates' | 'owner';
  /** Packages of the system whose files are wanted beside the program. */
  readonly libraries?: readonly ShellWord[];
  /** Packages that builds use, or people. */
  readonly tools?: readonly ShellWord[];
  /** Packages among others that every hardened image has. */
  readonly present?: readonly ShellWord[];
  /** Packages of the system that nobody can copy. */
  readonly programs?: readonly ShellWord[];
}

const accounts = new Set([
  'useradd',
  'adduser',
  'groupadd',
  'addgroup',
  'usermod',
  'groupmod',
  'chpasswd',
  'passwd',
  'gpasswd',
]);
const helpers = new Set([
  'set',
  'cd',
  'export',
  'echo',
  'printf',
  'true',
  ':',
  'sync',
  'test',
  '[',
  '.',
  'source',
  'ls',
  'cat',
  'which',
  'command',
  'sleep',
  'exit',
  'env',
  'id',
  'whoami',
  'uname',
  'dpkg-query',
  'apt-mark',
  'ldconfig',
  'hash',
  'update-ca-certificates',
  'locale-gen',
  'localedef',
  'update-locale',
  'fc-cache',
  '',
]);

/** What a command of no language means for what ships on an image; absent where that is not known. */
export function meaningOf(call: Call, runtime: HardenedBase | undefined): CommandMeaning | undefined {
  const { command } = call;
  const { name } = command;
  if (accounts.has(name)) return { role: 'drop', dropped: 'account' };
  if (name === 'chown' || name === 'chgrp') return ownerMeaning(call);
  if (name === 'mkdir') return { role: 'installs', made: pathsOf(call, operands(command, ['-m', '--mode'])) };
  if (name === 'install' && command.args.some(({ value }) => value === '-d')) return directoryMeaning(call);
  if (name === 'touch') return { role: 'installs', made: pathsOf(call, operands(command)) };
  if (name === 'chmod') return { role: 'builds', changed: pathsOf(call, operands(command).slice(1)) };
  if (name === 'rm' || name === 'rmdir')
    return { role: removesRubbish(call) ? 'helper' : 'builds', changed: [] };
  if (name === 'find' && call.command.args.some(({ value }) => value === '-delete'))
    return { role: 'helper' };
  if (helpers.has(name)) return { role: 'helper' };
  return packagesMeaning(call, runtime);
}

function ownerMeaning(call: Call): CommandMeaning {
  const [, ...paths] = operands(call.command, ['--from', '--reference']);
  return { role: 'drop', dropped: 'owner', owned: pathsOf(call, paths) };
}

function directoryMeaning(call: Call): CommandMeaning {
  const paths = operands(call.command, ['-m', '-o', '-g', '--mode', '--owner', '--group']);
  return { role: 'installs', made: pathsOf(call, paths) };
}

function pathsOf({ stage, run, command }: Call, words: readonly ShellWord[]): readonly string[] {
  const folder = commandFolder(stage, run, command);
  return words.flatMap((word) => {
    if (!word.literal) return [];
    return valueOf(resolvePath(word.value, folder)) ?? [];
  });
}

const rubbish =
  /^\/(?:tmp|var\/(?:lib\/apt|cache|tmp|log)|root\/\.(?:cache|npm|cargo)|usr\/share\/(?:doc|man)|etc\/apt)(?:\/|$)/;

function removesRubbish(call: Call): boolean {
  const folder = commandFolder(call.stage, call.run, call.command);
  const words = operands(call.command);
  return words.every((word) =>
    rubbish.test(valueOf(resolvePath(word.value.replace(/\/?\*$/, ''), folder)) ?? ''),
  );
}

const systemManagers = new Set(['apt', 'apk', 'dnf', 'yum', 'microdnf', 'zypper']);

function packagesMeaning(
  { run, command }: Call,
  runtime: HardenedBase | undefined,
): CommandMeaning | undefined {
  const called = packageCommandsOf(run).find(({ written }) => written === command);
  if (called === undefined || !systemManagers.has(called.manager.name)) return undefined;
  const { manager, action } = called;
  const brings = manager.install.includes(action);
  if (!brings) return { role: 'helper' };
  const libraries: ShellWord[] = [];
  const programs: ShellWord[] = [];
  const present: ShellWord[] = [];
  const tools: ShellWord[] = [];
  let isBuild = false;
  for (const word of called.operands) {
    const name = packageName(word, manager)?.name;
    if (name === undefined || !word.literal) {
      programs.push(word);
      continue;
    }
    const use = useOf(name, runtime);
    if (use === 'run') programs.push(word);
    else if (use === 'headers') libraries.push(word);
    if (use === 'present') present.push(word);
    else if (use === 'build') tools.push(word);
    else isBuild = true;
  }
  if (!isBuild && tools.length === 0) return { role: 'drop', dropped: 'certificates' };
  if (!isBuild) return { role: 'helper', present, tools };
  // apk takes what `--virtual` names away again.
  return { role: 'installs', libraries, programs, present, tools };
}

function useOf(name: string, runtime: HardenedBase | undefined): PackageUse {
  const use = packageUse(name);
  return use === 'run' && runtime !== undefined && isInImage(name, runtime) ? 'present' : use;
}

/** A command that takes no part in a plain list cannot be taken out of it. */
export function isPlainCommand({ conditional, substituted, pipeline, wrappers }: ShellCommand): boolean {
  return (
    !conditional && !substituted && pipeline === undefined && wrappers.every(({ name }) => name === 'sudo')
  );
}
