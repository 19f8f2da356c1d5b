import { flagValue, hasFlag, operands } from '../../shell/flags';
import { known, UNKNOWN, valueOf, type Known } from '../../text/known';
import { commandFolder } from '../command-folder';
import { environmentOf } from '../command-environment';
import { resolvePath } from '../paths';
import { type Build } from './artefact';
import { cargoCommand, cargoFolder, cargoTargetFolder } from './cargo-command';
import { imageName } from './root-image';
import { rustLinking, rustTarget, type CallPlace } from './rust-linking';

/** Subcommands that build as `cargo build` does. */
const builders = new Set(['build', 'rustc', 'zigbuild']);

/** Those that leave no program behind, or none where a build of its own would look for it. */
const quiet = new Set([
  ...[
    'add',
    'audit',
    'bench',
    'check',
    'chef',
    'clean',
    'clippy',
    'deny',
    'doc',
    'fetch',
    'fmt',
    'generate-lockfile',
  ],
  ...[
    'init',
    'login',
    'metadata',
    'new',
    'nextest',
    'owner',
    'prepare',
    'remove',
    'run',
    'search',
    'sqlx',
    'test',
    'tree',
  ],
  ...['uninstall', 'update', 'vendor', 'verify-project', 'version', 'help'],
]);

/** What a call of cargo or rustc builds; `unknown` where it may put a program anywhere; absent where it builds none. */
export function rustBuild(place: CallPlace): Build | 'unknown' | undefined {
  if (place.command.name === 'rustc') return rustcBuild(place);
  const call = cargoCommand(place.command);
  if (call === undefined) return undefined;
  const verb = call.verb === 'auditable' ? call.operands[0]?.value : call.verb;
  if (verb === 'install') return cargoInstall(place);
  if (verb !== undefined && builders.has(verb)) return cargoBuild(place);
  return verb === undefined || quiet.has(verb) ? undefined : 'unknown';
}

/** https://doc.rust-lang.org/cargo/reference/build-cache.html */
function cargoBuild(place: CallPlace): Build | 'unknown' {
  const { stage, run, command } = place;
  if (hasFlag(command, '--out-dir', '--artifact-dir')) return 'unknown';
  const tree = valueOf(cargoTargetFolder(stage, run, command));
  const target = rustTarget(place);
  const profile = cargoProfile(place);
  if (tree === undefined || target.state === 'unknown') return 'unknown';
  const triple = target.state === 'known' ? `${target.value.replace(/(?:\.\d+)+$/, '')}/` : '';
  const folder = valueOf(profile);
  return {
    ...place,
    toolchain: 'cargo',
    place: { path: `${tree === '/' ? '' : tree}/${triple}${folder ?? ''}`, kind: 'folder', tree },
    linking: folder === undefined ? UNKNOWN : rustLinking(place),
    profile,
  };
}

/** The folder of a profile has its name, but for the oldest two: https://doc.rust-lang.org/cargo/reference/profiles.html */
function cargoProfile({ command }: CallPlace): Known<string> {
  const flag = flagValue(command, '--profile');
  if (flag !== undefined) {
    if (!flag.literal) return UNKNOWN;
    return known(
      flag.value === 'dev' || flag.value === 'test'
        ? 'debug'
        : flag.value === 'bench'
          ? 'release'
          : flag.value,
    );
  }
  if (command.args.some(({ value }) => value.startsWith('$'))) return UNKNOWN;
  return known(hasFlag(command, '--release', '-r') ? 'release' : 'debug');
}

/** https://doc.rust-lang.org/cargo/commands/cargo-install.html#description */
function cargoInstall(place: CallPlace): Build | 'unknown' | undefined {
  const { command } = place;
  if (hasFlag(command, '--list')) return undefined;
  const root = valueOf(installRoot(place));
  if (root === undefined) return 'unknown';
  const profile = hasFlag(command, '--debug')
    ? known('debug')
    : hasFlag(command, '--profile')
      ? UNKNOWN
      : known('release');
  return {
    ...place,
    toolchain: 'cargo',
    place: { path: `${root === '/' ? '' : root}/bin`, kind: 'folder' },
    linking: rustLinking(place),
    profile,
  };
}

function installRoot(place: CallPlace): Known<string> {
  const { stage, run, command } = place;
  const folder = cargoFolder(stage, run, command);
  const flag = flagValue(command, '--root');
  if (flag !== undefined) return flag.literal ? resolvePath(flag.value, folder) : UNKNOWN;
  for (const name of ['CARGO_INSTALL_ROOT', 'CARGO_HOME']) {
    const value = environmentOf(stage, run, command, name);
    if (value.state === 'unknown') return UNKNOWN;
    if (value.state === 'known' && value.value !== '') return resolvePath(value.value, folder);
  }
  // ENV CARGO_HOME of the official image: https://github.com/rust-lang/docker-rust
  if (imageName(stage) === 'rust' && stage.base.facts.hardened === undefined)
    return known('/usr/local/cargo');
  return stage.before(run).user.isRoot === true ? known('/root/.cargo') : UNKNOWN;
}

const valueFlags = [
  '-A',
  '-C',
  '-D',
  '-F',
  '-L',
  '-W',
  '-l',
  '-o',
  '--cap-lints',
  '--cfg',
  '--codegen',
  '--crate-name',
  '--crate-type',
  '--edition',
  '--emit',
  '--extern',
  '--out-dir',
  '--sysroot',
  '--target',
];

/** https://doc.rust-lang.org/rustc/command-line-arguments.html */
function rustcBuild(place: CallPlace): Build | 'unknown' | undefined {
  const { stage, run, command } = place;
  if (hasFlag(command, '--version', '-V', '--print', '--explain', '--help', '--test')) return undefined;
  const type = flagValue(command, '--crate-type');
  if (type !== undefined && type.value !== 'bin') return undefined;
  const folder = commandFolder(stage, run, command);
  const output = flagValue(command, '-o');
  const [source] = operands(command, valueFlags);
  const name =
    output ??
    (source && { literal: source.literal, value: source.value.replace(/^.*\//, '').replace(/\.rs$/, '') });
  if (name?.literal !== true || hasFlag(command, '--out-dir', '--crate-name')) return 'unknown';
  const path = valueOf(resolvePath(name.value, folder));
  if (path === undefined) return 'unknown';
  return { ...place, toolchain: 'rustc', place: { path, kind: 'file' }, linking: rustLinking(place) };
}
