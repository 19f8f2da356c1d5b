import { unquoted } from '../../../text/unquoted';

/**
 * What ADD unpacks where it lies in the build context: tar archives, plain or compressed. ADD goes by the content; by
 * the name is all that can be told from here, so every compressed file counts.
 * @see https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives
 */
const archive = /\.(?:tar|t?gz|tgz|tbz2?|bz2|txz|xz|tzst|zst|tlz|lzma|lz)$/i;

/** `https://…`, `git@host:…`, `github.com/…`: what ADD fetches from elsewhere. */
const remote = /^(?:[a-z][a-z0-9+.-]*:\/\/|[\w.-]+@[\w.-]+:|github\.com\/)/i;

/** Whether ADD is certain to do with this source (as written) just what COPY does. */
export function isPlainSource(source: string): boolean {
  const path = unquoted(source);
  if (path === '' || path.includes('$') || path.includes('#') || remote.test(path)) return false;
  if (path.startsWith('<<')) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  // A pattern with an open end may find an archive.
  return !archive.test(name) && !/[*?\]][^.]*$/.test(name);
}
