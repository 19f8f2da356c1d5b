import { type ShellCommand, type ShellWord } from '../../shell/model';
import { type InstalledPackage, type RunInstruction } from '../model';
import { commandsOf } from '../walk';
import { readOperands, type ValueFlags } from './options';

interface Manager {
  /** As packages name it: `apt` for `apt-get` too. */
  readonly manager: string;
  readonly verbs: readonly string[];
  readonly flags: ValueFlags;
  /** Splits a word into name and version. */
  readonly split: RegExp;
}

const BY_EQUALS = /^(?<name>[^=/]+)(?:=(?<version>.+))?/;
/** `curl-7.61.1-8.el8`: a version has a dot, `java-11-openjdk` is all name. */
const BY_DASH = /^(?<name>.+?)(?:-(?:\d+:)?(?<version>\d[^-]*\.[^-]*(?:-[^-]+)?))?$/;
const BY_COMPARISON = /^(?<name>[\w.-]+)(?:\[[^\]]*\])?\s*(?:(?:===?|~=|[<>!]=?)\s*(?<version>[^,;\s]+).*)?$/;

const APT: Manager = {
  manager: 'apt',
  verbs: ['install'],
  flags: { short: 'otca', long: ['--option', '--target-release', '--default-release', '--config-file'] },
  split: /^(?<name>[^=/:]+)(?::[\w-]+)?(?:[=/](?<version>.+))?/,
};
const DNF: Omit<Manager, 'manager'> = {
  verbs: ['install', 'in'],
  flags: {
    short: 'xcdeR',
    long: [
      '--repo',
      '--repoid',
      '--enablerepo',
      '--disablerepo',
      '--exclude',
      '--installroot',
      '--releasever',
      '--setopt',
      '--config',
    ],
  },
  split: BY_DASH,
};
const PIP: Manager = {
  manager: 'pip',
  verbs: ['install'],
  flags: {
    short: 'rceitfp',
    long: [
      '--requirement',
      '--constraint',
      '--editable',
      '--index-url',
      '--extra-index-url',
      '--default-index',
      '--index',
      '--find-links',
      '--target',
      '--prefix',
      '--root',
      '--python',
      '--trusted-host',
      '--platform',
      '--cache-dir',
      '--no-binary',
      '--only-binary',
      '--retries',
      '--timeout',
      '--proxy',
      '--src',
      '--progress-bar',
      '--upgrade-strategy',
      '--implementation',
      '--python-version',
      '--abi',
      '--log',
      '--cert',
    ],
  },
  split: BY_COMPARISON,
};

const MANAGERS: ReadonlyMap<string, Manager> = new Map([
  ['apt', APT],
  ['apt-get', APT],
  ['aptitude', APT],
  [
    'apk',
    {
      manager: 'apk',
      verbs: ['add'],
      flags: {
        short: 'tXp',
        long: ['--virtual', '--repository', '--root', '--arch', '--keys-dir', '--cache-dir', '--wait'],
      },
      split: /^(?<name>[^=<>~@]+)(?:@[\w-]+)?(?:[=<>~]+(?<version>.+))?/,
    },
  ],
  ['dnf', { manager: 'dnf', ...DNF }],
  ['yum', { manager: 'yum', ...DNF }],
  ['microdnf', { manager: 'microdnf', ...DNF }],
  [
    'zypper',
    {
      manager: 'zypper',
      verbs: ['install', 'in'],
      flags: { short: 'rtR', long: ['--repo', '--from', '--type', '--root'] },
      split: BY_EQUALS,
    },
  ],
  ['pip', PIP],
  ['pip3', PIP],
  [
    'npm',
    {
      manager: 'npm',
      verbs: ['install', 'i', 'add'],
      flags: { short: '', long: ['--prefix', '--registry', '--cache', '--workspace'] },
      split: /^(?<name>@?[^@]+)(?:@(?<version>.+))?/,
    },
  ],
  [
    'gem',
    {
      manager: 'gem',
      verbs: ['install'],
      flags: { short: 'vi', long: ['--version', '--install-dir', '--source'] },
      split: /^(?<name>[^:]+)(?::(?<version>.+))?/,
    },
  ],
]);

/** Packages that the RUN names. What a requirements file or a variable holds is not among them. */
export function packagesOf(instruction: RunInstruction): readonly InstalledPackage[] {
  return commandsOf(instruction).flatMap((command) => {
    const call = managerOf(command);
    if (call === undefined) return [];
    const { manager, verbs, flags, split } = call.form;
    const [verb, ...words] = readOperands(call.words, flags).operands;
    if (verb === undefined || !verbs.includes(verb.value)) return [];
    return words.flatMap((word) => {
      if (/[$`*{]|^[./]|:\/\/|^file:/.test(word.value)) return [];
      const { name, version } = split.exec(word.value)?.groups ?? {};
      return name === undefined ? [] : [{ manager, name, version, span: word.span, instruction }];
    });
  });
}

/** The manager that a command calls, and the words for it: also `python -m pip` and `uv pip`. */
function managerOf(
  command: ShellCommand,
): { readonly form: Manager; readonly words: readonly ShellWord[] } | undefined {
  const form = MANAGERS.get(command.name.replace(/^pip3\.\d+$/, 'pip3'));
  if (form !== undefined) return { form, words: command.args };
  const [first, second] = command.args;
  if (command.name === 'uv' && first?.value === 'pip') return { form: PIP, words: command.args.slice(1) };
  const isModule = command.name.startsWith('python') && first?.value === '-m' && second?.value === 'pip';
  return isModule ? { form: PIP, words: command.args.slice(2) } : undefined;
}
