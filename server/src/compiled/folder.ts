import { posix, win32 } from 'node:path';

/**
 * Where a program may keep what it can make again, of this user alone, as the platform has it.
 * @returns an absolute path; absent where the environment names none, or wants nothing kept: in a pipeline every run is
 * the first one, and `NODE_DISABLE_COMPILE_CACHE` is Node's own word for it.
 * @see https://specifications.freedesktop.org/basedir/latest/
 */
export function compiledFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  if (isSet(env['NODE_DISABLE_COMPILE_CACHE']) || isSet(env['CI'])) return undefined;
  const path = platform === 'win32' ? win32 : posix;
  const under = (folder: string | undefined, ...names: string[]): string | undefined =>
    folder !== undefined && path.isAbsolute(folder) ? path.join(folder, ...names) : undefined;
  switch (platform) {
    case 'win32':
      return under(env['LOCALAPPDATA'], 'bulwark', 'Cache');
    case 'darwin':
      return under(env['HOME'], 'Library', 'Caches', 'bulwark');
    default:
      return under(env['XDG_CACHE_HOME'], 'bulwark') ?? under(env['HOME'], '.cache', 'bulwark');
  }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
