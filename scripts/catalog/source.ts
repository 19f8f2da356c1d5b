import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { type CatalogSource } from '../../server/src/image/catalog/rows';

/** Where the definitions are from: as given, or else what git says of their folder. */
export function sourceOf(
  folder: string,
  given: { readonly commit?: string; readonly date?: string },
): CatalogSource {
  const commit = given.commit ?? git(folder, 'rev-parse', 'HEAD');
  const date = given.date ?? git(folder, 'log', '-1', '--format=%cI', commit);
  if (!/^[0-9a-f]{40}$/.test(commit))
    throw new Error(`--source-commit: "${commit}" is not a full commit id.`);
  if (Number.isNaN(Date.parse(date)) || !/^\d{4}-\d{2}-\d{2}/.test(date))
    throw new Error(`--date: "${date}" is not a date as 2026-08-22T23:05:09+00:00.`);
  return {
    repository: 'https://github.com/docker-hardened-images/catalog',
    commit,
    date,
    licence: 'Apache-2.0',
    registry: 'dhi.io',
  };
}

/** The folder must be the checkout itself: a repository around it would answer for another history. */
function git(folder: string, ...words: readonly string[]): string {
  const run = (...all: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...all], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    if (realpathSync(run('rev-parse', '--show-toplevel')) === realpathSync(folder)) return run(...words);
  } catch {
    // Said below.
  }
  throw new Error(`${folder} is no git checkout: say --source-commit and --date.`);
}
