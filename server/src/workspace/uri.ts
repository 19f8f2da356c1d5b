import { URI, Utils } from 'vscode-uri';
import { withoutSlashes } from '../text/without-slashes';

/** The one spelling of a URI by which two that mean the same are equal; editors escape differently. */
export function canonical(uri: string): string {
  return URI.parse(uri).toString();
}

/** The last part of the path, decoded: `Dockerfile`; empty for the root of a file system. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The folder that holds it; `undefined` for a root, and for URIs that lie in no folder (`untitled:`). */
export function parentOf(uri: string): string | undefined {
  const own = URI.parse(uri);
  if (!own.path.startsWith('/')) return undefined;
  const parent = Utils.dirname(own);
  return parent.path === own.path ? undefined : parent.toString();
}

/**
 * The place that a relative path with forward slashes leads to from a folder; `.` and `..` are resolved, a slash at
 * the end is dropped. An absolute path replaces the folder's.
 */
export function joinUri(folder: string, path: string): string {
  const base = URI.parse(folder);
  const joined = path.startsWith('/')
    ? Utils.joinPath(base.with({ path: '/' }), path)
    : Utils.joinPath(base, path);
  const clean = withoutSlashes(joined.path);
  return joined.with({ path: clean === '' ? '/' : clean }).toString();
}

/** Whether `uri` is the folder itself or lies in it, at any depth. */
export function isInside(folder: string, uri: string): boolean {
  return relativePath(folder, uri) !== undefined;
}

/** The path from the folder down to `uri`, with forward slashes, `''` for itself; `undefined` where it lies outside. */
export function relativePath(folder: string, uri: string): string | undefined {
  const base = URI.parse(folder);
  const target = URI.parse(uri);
  if (base.scheme !== target.scheme || base.authority !== target.authority) return undefined;
  const prefix = base.path.endsWith('/') ? base.path : `${base.path}/`;
  if (target.path === base.path || `${target.path}/` === prefix) return '';
  return target.path.startsWith(prefix) ? target.path.slice(prefix.length) : undefined;
}
