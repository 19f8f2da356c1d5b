import { UsageError } from './exit-codes';
import { type GivenOptions, type OptionTable } from './option-words';

export interface MigrateOptions {
  readonly command: 'migrate';
  /** As typed. */
  readonly path: string;
  /** Whether the files are written. */
  readonly write: boolean;
  /** Whether the changes alone are printed. */
  readonly diff: boolean;
  readonly format: 'text' | 'json';
}

export const migrateTable: OptionTable = { write: 'flag', diff: 'flag', format: 'value' };

/** @throws UsageError where there is not one file, or where options exclude each other. */
export function readMigrateOptions(
  given: GivenOptions,
  [path, ...others]: readonly string[],
): MigrateOptions {
  if (path === undefined) throw new UsageError('migrate needs a file: bulwark migrate Dockerfile');
  if (others.length > 0) throw new UsageError(`migrate takes one file; not also ${others.join(' ')}`);
  const [write, diff] = [given.has('write'), given.has('diff')];
  const format = given.oneOf('format', ['text', 'json']) ?? 'text';
  if (write && diff) throw new UsageError('--write changes the file, --diff only shows how: choose one');
  if (diff && format === 'json')
    throw new UsageError('--diff prints text, so --format json does not go with it');
  return { command: 'migrate', path, write, diff, format };
}
