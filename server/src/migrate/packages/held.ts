import { type HardenedBase } from '../hardened-base';
import { closureOf } from './libraries';

/**
 * Libraries that a hardened runtime image declares among its packages, so that nothing has to bring them, by the names of the
 * image and its distribution. Others may be there through them, which does no harm: the loader takes one.
 * @see https://github.com/docker-hardened-images/catalog (image/python/debian-13/3.12.yaml and its likes, `contents.packages`)
 */
const HELD: Readonly<Record<string, readonly string[]>> = {
  'python debian': [
    'libbz2.so.1.0',
    'libffi.so.8',
    'libgcc_s.so.1',
    'liblzma.so.5',
    'libncursesw.so.6',
    'libreadline.so.8',
    'libsqlite3.so.0',
    'libstdc++.so.6',
    'libtinfo.so.6',
    'libuuid.so.1',
    'libz.so.1',
  ],
  'python alpine': ['libffi.so.8'],
  'node debian': ['libgcc_s.so.1', 'libgomp.so.1', 'libstdc++.so.6'],
  'ruby debian': ['libjemalloc.so.2', 'libyaml-0.so.2'],
};

/** Whether a runtime image has all that a package of its distribution leaves behind. */
export function isInImage(name: string, { repository, listed: { system } }: HardenedBase): boolean {
  const closure = closureOf(name, system);
  return (
    closure?.files.length === 0 && closure.libraries.every((library) => isHeld(library, repository, system))
  );
}

/** Whether the runtime image of a repository, on a distribution (`debian13`), has the library. */
export function isHeld(library: string, repository: string, system = ''): boolean {
  const key = `${repository} ${system.replace(/[\d.]+$/, '')}`;
  return Object.hasOwn(HELD, key) && HELD[key]?.includes(library) === true;
}
