import { known, UNKNOWN, type Known } from '../text/known';

/** Linux takes no longer path (PATH_MAX); without a bound, many relative ones would grow each other. */
const MAX_LENGTH = 4096;

/**
 * The path made absolute on `base` and without `.`, `..` and doubled slashes. Unknown where it hangs on an unknown
 * base, and where it looks like one of Windows.
 */
export function resolvePath(path: string, base: Known<string>): Known<string> {
  if (path.includes('\\') || (path.charAt(1) === ':' && /^[A-Za-z]/.test(path))) return UNKNOWN;
  if (path.startsWith('/')) return known(normalize(path));
  return base.state === 'known' && base.value.length + path.length < MAX_LENGTH
    ? known(normalize(`${base.value}/${path}`))
    : UNKNOWN;
}

function normalize(path: string): string {
  if (isNormal(path)) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether no part of an absolute path is empty, `.` or `..`. */
function isNormal(path: string): boolean {
  for (let slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
    let at = slash + 1;
    if (path[at] === '.') at++;
    if (path[at] === '.') at++;
    if (at === path.length || path[at] === '/') return false;
  }
  return true;
}
