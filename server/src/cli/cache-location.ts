import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from './exit-codes';
import { type LintOptions } from './lint-options';

/** Where a cache lies that is given no other place: among what npm keeps, where there is such a folder. */
const places = { withModules: 'node_modules/.cache/bulwark', alone: '.bulwark-cache' } as const;

/** The file of the cache, absolute. @throws UsageError where a folder stands in its place. */
export function cacheFile({ cache }: LintOptions, cwd: string): string {
  const place = existsSync(join(cwd, 'node_modules')) ? places.withModules : places.alone;
  const file = resolve(cwd, cache?.file ?? place);
  if (existsSync(file) && statSync(file).isDirectory())
    throw new UsageError(`The cache is a file, and ${cache?.file ?? place} is a folder`);
  return file;
}
