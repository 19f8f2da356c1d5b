import { type Mount, type RunInstruction } from '../model';
import { isIn } from './places';

/** The mount of a RUN that hides a path, so that what is written there goes into it and not into the layer. */
export function mountAt(run: RunInstruction | undefined, path: string): Mount | undefined {
  if (run === undefined || run.mounts.length === 0) return undefined;
  let found: Mount | undefined;
  let depth = -1;
  for (const mount of run.mounts) {
    if (mount.target.state !== 'known' || !isIn(path, mount.target.value)) continue;
    if (mount.target.value.length <= depth) continue;
    found = mount;
    depth = mount.target.value.length;
  }
  return found;
}

/** What tells one cache from another: https://docs.docker.com/reference/dockerfile/#run---mounttypecache */
export function cacheKey(mount: Mount): string {
  const target = mount.target.state === 'known' ? mount.target.value : '';
  return `${mount.option('id')?.value ?? target} ${target}`;
}
