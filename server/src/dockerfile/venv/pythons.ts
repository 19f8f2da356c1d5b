import { type PackageCommand } from '../../shell/package-managers/package-command';
import { imagePythons, packagedPython, type Interpreter } from '../../image/interpreters';
import { known, UNKNOWN, valueOf } from '../../text/known';
import { isIn, lastPart } from '../artefacts/places';
import { chainOf } from '../chain';
import { type CopyInstruction, type Instruction, type RunInstruction, type Stage } from '../model';
import { ModelMap } from '../model-map';
import { packageCommandsOf } from '../package-commands';
import { commandsOf } from '../walk';
import { copiedSources } from './copied';
import { leavesAlone } from './left-alone';

/** The Pythons of a stage that are not uv's own. */
export interface Pythons {
  /** Those that are certainly there, the one that a plain `python3` finds first. */
  readonly found: readonly Interpreter[];
  /** Whether packages may have brought another one to this folder. */
  readonly mayHaveMore: (folder: string) => boolean;
}

/** Folders that Pythons come to. */
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/python/bin', '/bin', '/usr/local/lib', '/usr/lib'];
/** Where package managers of distributions put programs. */
const PACKAGED = '/usr/bin';

/**
 * The Pythons of a stage after an instruction of it, at its end where none is given. Absent where its image is not
 * described, or something in it may have brought or taken away any.
 */
export function pythonsIn(stage: Stage, last?: Instruction): Pythons | undefined {
  const { own, brought, brokenAt } = historyOf(stage);
  const until = last?.index ?? Infinity;
  if (own === undefined || (brokenAt !== undefined && brokenAt <= until)) return undefined;
  const there = brought.filter(({ at }) => at <= until);
  const hasPackages = there.some(({ python }) => python === undefined);
  return {
    found: [...own, ...there.flatMap(({ python }) => python ?? [])],
    mayHaveMore: (folder) => hasPackages && (folder === PACKAGED || folder === '/bin'),
  };
}

/** What comes to the Pythons of an image, worked out once for a stage. */
interface History {
  /** Those of the image; absent where nobody described it. */
  readonly own: readonly Interpreter[] | undefined;
  /** By packages, with the index of the instruction; without a Python where a package may have brought one. */
  readonly brought: readonly { readonly at: number; readonly python: Interpreter | undefined }[];
  /** Index of the first instruction that may do anything; absent where none does. */
  readonly brokenAt?: number;
}

const histories = new ModelMap<Stage, History>();

/** Follows the chain without recursion: it may be long. */
function historyOf(stage: Stage): History {
  const known = histories.get(stage);
  if (known !== undefined) return known;
  const chain = chainOf(stage);
  const { base } = chain.at(-1) ?? stage;
  const packaged = (base.image && packagedPython(base.image, base.facts)) ?? UNKNOWN;
  let history: History = {
    own: base.isScratch ? [] : base.image && valueOf(imagePythons(base.image, base.facts)),
    brought: [],
  };
  for (const each of chain.toReversed()) {
    history = histories.get(each) ?? extended(history, each, packaged);
    histories.set(each, history);
  }
  return history;
}

function extended(below: History, stage: Stage, packaged: Interpreter['version']): History {
  if (below.own === undefined || below.brokenAt !== undefined) return below;
  const brought = [...below.brought];
  for (const instruction of stage.instructions) {
    const at = instruction.index;
    switch (instruction.keyword) {
      case 'RUN': {
        const here = broughtBy(stage, instruction);
        if (here === undefined) return { ...below, brought, brokenAt: at };
        for (const each of here) {
          const version = each === 'python' ? packaged : known(each);
          brought.push({ at, python: each === 'perhaps' ? undefined : { folder: PACKAGED, version } });
        }
        break;
      }
      case 'COPY':
      case 'ADD':
        if (mayBring(instruction)) return { ...below, brought, brokenAt: at };
        break;
      case 'ONBUILD':
        return { ...below, brought, brokenAt: at };
      default:
    }
  }
  return brought.length === below.brought.length ? below : { ...below, brought };
}

/** What packages bring: Pythons, or perhaps one. */
type Brought = readonly ('python' | 'perhaps' | `3.${string}`)[];

/** What the packages bring that a RUN installs; absent where it may do anything. */
function broughtBy(stage: Stage, run: RunInstruction): Brought | undefined {
  if (run.script?.complete !== true) return undefined;
  const isTraced = commandsOf(run).every((command) => leavesAlone({ stage, run, command }, FOLDERS));
  return isTraced ? packageCommandsOf(run).flatMap(packagesOf) : undefined;
}

/** Managers that put programs into folders of the system. */
const SYSTEM_MANAGERS = new Set(['apt', 'apk', 'dnf', 'yum', 'microdnf', 'zypper', 'pacman', 'tdnf']);

function packagesOf({ manager, action, operands }: PackageCommand): Brought {
  if (!SYSTEM_MANAGERS.has(manager.name) || !manager.install.includes(action)) return [];
  return operands.flatMap(({ value, literal }): Brought => {
    const name = value.replace(/[=~<>].*$/, '');
    if (!literal) return ['perhaps'];
    if (WITHOUT_PYTHON.has(name)) return [];
    // The parts that need the whole of it.
    if (/^python3(?:-(?:dev|full|minimal|pip|venv))?$/.test(name)) return ['python'];
    const version = /^python(3\.\d+)(?:-(?:dev|full|minimal|venv))?$/.exec(name)?.[1];
    return version === undefined ? ['perhaps'] : [version as `3.${string}`];
  });
}

/** Packages of Debian and Alpine, often installed, that need no Python: https://packages.debian.org/ */
const WITHOUT_PYTHON = new Set([
  ...[
    'bash',
    'build-base',
    'build-essential',
    'bzip2',
    'ca-certificates',
    'coreutils',
    'curl',
    'dumb-init',
    'file',
  ],
  ...[
    'g++',
    'gcc',
    'git',
    'gnupg',
    'gosu',
    'gzip',
    'jq',
    'less',
    'libc-dev',
    'libc6-dev',
    'libffi-dev',
    'libgomp1',
  ],
  ...[
    'libpq',
    'libpq-dev',
    'libpq5',
    'libssl-dev',
    'linux-headers',
    'locales',
    'make',
    'musl-dev',
    'netcat-openbsd',
  ],
  ...[
    'openssh-client',
    'openssl',
    'openssl-dev',
    'pkg-config',
    'postgresql-dev',
    'procps',
    'su-exec',
    'tar',
    'tini',
  ],
  ...['tzdata', 'unzip', 'wget', 'xz-utils', 'zlib1g-dev'],
]);

/** Whether what is copied may hold a Python, or cover one. */
function mayBring(copy: CopyInstruction): boolean {
  const destination = valueOf(copy.destinationPath);
  if (destination === undefined) return true;
  if (!FOLDERS.some((folder) => isIn(folder, destination) || isIn(destination, folder))) return false;
  const isFromStage = copy.flags.some((flag) => flag.name === 'from');
  return !copiedSources(copy).every(({ path }) => {
    if (path === undefined) return false;
    const name = lastPart(path);
    // A program by its name, or packages for one.
    if (isFromStage) return /^\/uvx?$|\/bin\/(?!python)[\w-]+$|\/(?:site|dist)-packages$/.test(path);
    return /^[\w-]+(?:\.[\w-]+)*$/.test(name) && !/python|^(?:bin|usr|root|rootfs|lib)$/i.test(name);
  });
}
