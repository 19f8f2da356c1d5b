import { known, UNKNOWN, valueOf, type Known } from '../../text/known';
import { commandFolder } from '../command-folder';
import { resolvePath } from '../paths';
import { type Build, type Linking } from './artefact';
import { exactFlag } from './exact-flag';
import { rootBase } from './root-image';
import { type CallPlace } from './rust-linking';

/**
 * What `dotnet publish` builds where it says by itself that the program needs no runtime; absent elsewhere, where the
 * project file would have to be read.
 * @see https://learn.microsoft.com/dotnet/core/deploying/
 */
export function dotnetBuild(place: CallPlace): Build | 'unknown' | undefined {
  const { stage, run, command } = place;
  if (command.name !== 'dotnet' || command.args[0]?.value !== 'publish') return undefined;
  const output = exactFlag(command, '-o', '--output');
  if (output === undefined) return undefined;
  const path = output.literal
    ? valueOf(resolvePath(output.value, commandFolder(stage, run, command)))
    : undefined;
  if (path === undefined) return 'unknown';
  return { ...place, toolchain: 'dotnet', place: { path, kind: 'folder' }, linking: linkingOf(place) };
}

function linkingOf({ stage, command }: CallPlace): Known<Linking> {
  const property = (name: string): boolean =>
    command.args.some(({ value }) =>
      new RegExp(`^(?:-|--|/)p(?:roperty)?:.*\\b${name}=true\\b`, 'i').test(value),
    );
  if (property('StaticExecutable')) return known('static');
  const has = (...names: readonly string[]): boolean =>
    command.args.some(({ value }) => names.includes(value));
  const contained = exactFlag(command, '--self-contained', '--sc');
  const isContained =
    (contained !== undefined || has('--self-contained', '--sc')) && contained?.value !== 'false';
  if (!isContained && !property('PublishAot') && !property('SelfContained')) return UNKNOWN;
  const runtime = exactFlag(command, '-r', '--runtime');
  if (runtime !== undefined) {
    if (!runtime.literal) return UNKNOWN;
    if (/^(?:linux|alpine[\d.]*)-musl-\w+$/.test(runtime.value)) return known('musl');
    return /^linux-\w+$/.test(runtime.value) ? known('glibc') : UNKNOWN;
  }
  if (has('-a', '--arch', '--os', '--use-current-runtime', '--ucr')) return UNKNOWN;
  const libc = valueOf(rootBase(stage).facts.libc);
  return libc === 'glibc' || libc === 'musl' ? known(libc) : UNKNOWN;
}
