import { type Definition } from './definition';

const PROGRAMS = [
  /^\/(?:usr\/(?:local\/)?)?s?bin\/[^/*$]+$/,
  /^\/opt\/[^$*]+\/bin\/[^/*$]+$/,
  // A file in the root folder; a folder there has seldom a dot either, so folders are taken out below.
  /^\/[^/*$.]+$/,
];

const FOLDERS = new Set(
  'app bin boot data dev etc home lib lib64 mnt opt proc root run sbin srv tmp usr var'
    .split(' ')
    .map((name) => `/${name}`),
);

/** Programs and other files that the definition itself places: outputs of builds, links, files. Not what packages bring. */
export function placedPaths({ paths, outputs, downloads }: Definition): readonly string[] {
  const folders = new Set(paths.filter(({ type }) => type === 'directory').map(({ path }) => plain(path)));
  const placed = paths.filter(({ type }) => type === 'symlink' || type === 'file').map(({ path }) => path);
  const all = [...outputs, ...placed, ...downloads].map(plain);
  return [...new Set(all)]
    .filter((path) => PROGRAMS.some((pattern) => pattern.test(path)))
    .filter((path) => !FOLDERS.has(path) && !folders.has(path))
    .sort();
}

function plain(path: string): string {
  return path.replace(/\/$/, '');
}
