import { hasFlag, operands } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { type Span } from '../../../text/span';

/** A command that installs what manifests name and needs nothing else of the sources. */
export interface DependencyInstall {
  /** As it is called: `npm ci`. */
  readonly name: string;
  /** Of the words that the name is made of. */
  readonly span: Span;
  /** Files that it cannot do without, relative to the work dir. */
  readonly manifests: readonly string[];
  /** Files that it reads where they are; of each group there is one as a rule. */
  readonly optional: readonly string[];
  /** Where it puts what it installs; a copy of the host's must not go over it. */
  readonly output?: string | undefined;
  /** Files beside which it reads more than its manifests: then nobody can tell what to copy first. */
  readonly readsMoreWith: readonly string[];
}

interface Manager extends Omit<DependencyInstall, 'name' | 'span'> {
  /** Whether the command is that install. */
  readonly is: (command: ShellCommand, words: readonly string[]) => boolean;
}

/** A lock file of a workspace covers packages whose manifests lie deeper. */
const workspaces = ['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'turbo.json', 'rush.json', 'packages'];

/** https://docs.npmjs.com/cli/commands/npm-ci */
const npm: Manager = {
  is: (_, words) => /^(?:ci|clean-install|install|i)$/.test(words.join(' ')),
  manifests: ['package.json'],
  optional: ['package-lock.json', 'npm-shrinkwrap.json'],
  output: 'node_modules',
  readsMoreWith: [...workspaces, '.npmrc', 'patches'],
};

/** https://classic.yarnpkg.com/en/docs/cli/install */
const yarn: Manager = {
  ...npm,
  is: (command, words) =>
    /^(?:install)?$/.test(words.join(' ')) && !hasFlag(command, '--version', '-v', '--help'),
  optional: ['yarn.lock'],
  readsMoreWith: [...npm.readsMoreWith, '.yarnrc.yml', '.yarnrc', '.yarn'],
};

/** https://pnpm.io/cli/install */
const pnpm: Manager = {
  ...npm,
  is: (_, words) => /^(?:install|i)$/.test(words.join(' ')),
  optional: ['pnpm-lock.yaml'],
};

/** https://pip.pypa.io/en/stable/cli/pip_install/ */
const pip: Manager = {
  is: (command, words) =>
    words.join(' ') === 'install' &&
    hasFlag(command, '-r', '--requirement') &&
    !hasFlag(command, '-e', '--editable', '-c', '--constraint'),
  manifests: [],
  optional: [],
  readsMoreWith: [],
};

const byProgram: ReadonlyMap<string, Manager> = new Map([
  ['npm', npm],
  ['yarn', yarn],
  ['pnpm', pnpm],
  [
    'bun',
    {
      ...npm,
      is: (_, words) => /^(?:install|i)$/.test(words.join(' ')),
      optional: ['bun.lock', 'bun.lockb'],
      readsMoreWith: [...npm.readsMoreWith, 'bunfig.toml'],
    },
  ],
  ['pip', pip],
  ['pip3', pip],
  // https://go.dev/ref/mod#go-mod-download
  [
    'go',
    {
      is: (_, words) => words.join(' ') === 'mod download',
      manifests: ['go.mod'],
      optional: ['go.sum'],
      readsMoreWith: ['go.work', 'vendor'],
    },
  ],
  // https://bundler.io/man/bundle-install.1.html
  [
    'bundle',
    {
      is: (_, words) => words.join(' ') === 'install',
      manifests: ['Gemfile'],
      optional: ['Gemfile.lock', '.ruby-version'],
      readsMoreWith: ['gems', '.bundle'],
    },
  ],
  // The autoloader and the scripts read the sources: https://getcomposer.org/doc/03-cli.md#install-i
  [
    'composer',
    {
      is: (command, words) =>
        words.join(' ') === 'install' &&
        hasFlag(command, '--no-scripts') &&
        hasFlag(command, '--no-autoloader'),
      manifests: ['composer.json'],
      optional: ['composer.lock'],
      output: 'vendor',
      readsMoreWith: [],
    },
  ],
  // Otherwise the project is installed too: https://python-poetry.org/docs/cli/#install
  [
    'poetry',
    {
      is: (command, words) => words.join(' ') === 'install' && hasFlag(command, '--no-root'),
      manifests: ['pyproject.toml'],
      optional: ['poetry.lock'],
      readsMoreWith: ['poetry.toml'],
    },
  ],
]);

/** Flags whose values are no operands. */
const valueFlags = [
  '-r',
  '--requirement',
  '-i',
  '--index-url',
  '--extra-index-url',
  '--find-links',
  '-f',
  '--registry',
  '--omit',
  '--include',
  '--jobs',
  '-j',
  '--retry',
  '--without',
  '--with',
  '--only',
  '--timeout',
  '--retries',
  '--network-timeout',
  '--loglevel',
  '--cache',
  '--cache-dir',
  '--filter',
  '-F',
];

/** Reads such a command; absent where it is another, or may need more than manifests. */
export function dependencyInstall(command: ShellCommand): DependencyInstall | undefined {
  const manager = byProgram.get(command.name);
  if (manager === undefined || command.substituted) return undefined;
  if (hasFlag(command, '--prefix', '-C', '--cwd', '--dir', '--filter', '-g', '--global', '--help'))
    return undefined;
  const own = operands(command, valueFlags);
  const words = own.map(({ value }) => value);
  if (!manager.is(command, words)) return undefined;
  const { optional, output, readsMoreWith } = manager;
  const manifests = manager === pip ? requirementFiles(command) : manager.manifests;
  if (manifests === undefined) return undefined;
  const program = command.program?.span ?? command.span;
  const span = { start: program.start, end: (own.at(-1)?.span ?? program).end };
  return { name: [command.name, ...words].join(' '), span, manifests, optional, output, readsMoreWith };
}

function requirementFiles(command: ShellCommand): readonly string[] | undefined {
  const { args } = command;
  const files = args.flatMap((word, at) => {
    if (word.value === '-r' || word.value === '--requirement') return args[at + 1] ?? [];
    return /^(?:--requirement=|-r.)/.test(word.value) ? word : [];
  });
  const paths = files.map(({ value }) => value.replace(/^(?:--requirement=|-r)/, ''));
  const isKnown =
    files.every(({ literal }) => literal) &&
    paths.every((path) => /^\w[\w./-]*$/.test(path) && !path.includes('..'));
  return isKnown && paths.length > 0 ? paths : undefined;
}
