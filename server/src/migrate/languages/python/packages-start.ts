import { folderOfPath, lastPart } from '../../../dockerfile/artefacts/places';
import { type Shipment, type StartChange } from '../language';

/** Where the original Python keeps itself and programs of packages: https://github.com/docker-library/python */
const original = '/usr/local/bin';

/** A program that is started by a path where it no longer lies: PATH leads to it. */
export function packagesStart(
  [program = '', ...words]: readonly string[],
  folders: readonly string[],
): StartChange | undefined {
  if (!program.startsWith('/')) return undefined;
  const [folder, name] = [folderOfPath(program), lastPart(program)];
  const isPython = folder === original && /^python[\d.]*$/.test(name);
  if (!isPython && !folders.includes(folder)) return undefined;
  return {
    words: [name, ...words],
    title: `Start \`${name}\` by its name instead of by \`${program}\``,
    why: isPython
      ? 'The hardened Python is kept at another place, and PATH leads to it.'
      : 'It lies in the environment now, which is on PATH.',
  };
}

/** Folders of programs that packages had before they were installed into an environment. */
export function oldFolders({ start }: Shipment, told: readonly string[]): readonly string[] {
  const folder = folderOfPath(start?.words[0] ?? '');
  return [original, ...told, ...(/^\/(?:root|home\/[\w-]+)\/\.local\/bin$/.test(folder) ? [folder] : [])];
}
