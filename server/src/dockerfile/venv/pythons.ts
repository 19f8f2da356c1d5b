import { type PackageCommand } from '../../shell/package-managers/package-command';
import { imagePythons, packagedPython, type Interpreter } from '../../image/interpreters';
import { known, UNKNOWN, valueOf } from '../../text/known';
import { isIn, lastPart } from '../artefacts/places';
import { chainOf } from '../chain';
import { commandFolder } from '../command-folder';
import { type CopyInstruction, type Instruction, type RunInstruction, type Stage } from '../model';
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
 * The Pythons of a stage before an instruction of it, at its end where none is given. Absent where its image is not
 * described, or something in it may have brought or taken away any.
 */
export function pythonsIn(stage: Stage, before?: Instruction): Pythons | undefined {
  const chain = chainOf(stage);
  const { base } = chain.at(-1) ?? stage;
  const own = base.isScratch ? [] : base.image && valueOf(imagePythons(base.image, base.facts));
  if (own === undefined) return undefined;
  const found = [...own];
  const packaged = (base.image && packagedPython(base.image, base.facts)) ?? UNKNOWN;
  let hasPackages = false;
  for (const each of chain.toReversed())
    for (const instruction of each.instructions) {
      if (before !== undefined && instruction.index >= before.index) break;
      if (instruction.keyword === 'RUN') {
        const brought = broughtBy(each, instruction);
        if (brought === undefined) return undefined;
        for (const python of brought)
          if (python === 'perhaps') hasPackages = true;
          else found.push({ folder: PACKAGED, version: python === 'python' ? packaged : known(python) });
      } else if ((instruction.keyword === 'COPY' || instruction.keyword === 'ADD') && mayBring(instruction))
        return undefined;
      else if (instruction.keyword === 'ONBUILD' && each !== stage) return undefined;
    }
  return { found, mayHaveMore: (folder) => hasPackages && (folder === PACKAGED || folder === '/bin') };
}

/** What packages bring: Pythons, or perhaps one. */
type Brought = readonly ('python' | 'perhaps' | `3.${string}`)[];

const read = new WeakMap<RunInstruction, { readonly brought: Brought | undefined }>();

/** What the packages bring that a RUN installs; absent where it may do anything. */
function broughtBy(stage: Stage, run: RunInstruction): Brought | undefined {
  let found = read.get(run);
  if (found === undefined) {
    found = { brought: readBrought(stage, run) };
    read.set(run, found);
  }
  return found.brought;
}

function readBrought(stage: Stage, run: RunInstruction): Brought | undefined {
  if (run.script?.complete !== true) return undefined;
  const isTraced = commandsOf(run).every((command) =>
    leavesAlone(command, commandFolder(stage, run, command), FOLDERS),
  );
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
