import { closest } from '../text/nearest';
import { UsageError } from './exit-codes';
import { type ImagesOptions, imagesTable, readImagesOptions } from './images-options';
import { type LintOptions, lintTable, readLintOptions } from './lint-options';
import { type MigrateOptions, migrateTable, readMigrateOptions } from './migrate-options';
import { type GivenOptions, type OptionTable, readWords, suggestion } from './option-words';
import { readReportOptions, type ReportOptions, reportTable } from './report-options';

export interface RulesOptions {
  readonly command: 'rules';
  readonly format: 'text' | 'json';
}

export interface InitOptions {
  readonly command: 'init';
  /** Writes over a configuration that is there. */
  readonly force: boolean;
}

export type Command =
  | LintOptions
  | RulesOptions
  | InitOptions
  | MigrateOptions
  | ImagesOptions
  | ReportOptions
  | { readonly command: 'explain'; readonly id: string }
  | { readonly command: 'help' }
  | { readonly command: 'version' };

interface CommandReader {
  readonly options: OptionTable;
  readonly read: (given: GivenOptions, paths: readonly string[]) => Command;
}

const commands: Readonly<Record<string, CommandReader>> = {
  lint: { options: lintTable, read: readLintOptions },
  migrate: { options: migrateTable, read: readMigrateOptions },
  images: { options: imagesTable, read: readImagesOptions },
  report: { options: reportTable, read: readReportOptions },
  rules: {
    options: { format: 'value' },
    read: (given, paths) => {
      withoutPaths('rules', paths);
      return { command: 'rules', format: given.oneOf('format', ['text', 'json']) ?? 'text' };
    },
  },
  init: {
    options: { force: 'flag' },
    read: (given, paths) => {
      withoutPaths('init', paths);
      return { command: 'init', force: given.has('force') };
    },
  },
};

/** @throws UsageError with the nearest valid word where one is near. */
export function parseArguments(argv: readonly string[]): Command {
  const tables = Object.fromEntries(Object.entries(commands).map(([name, { options }]) => [name, options]));
  const { command, paths, given } = readWords(argv, tables);
  if (given.has('help') || command === 'help') return { command: 'help' };
  if (given.has('version')) return { command: 'version' };
  const id = given.value('explain');
  if (id !== undefined) return { command: 'explain', id };
  const names = Object.keys(commands);
  if (command === undefined) throw new UsageError(`A command is missing: ${names.join(', ')}`);
  const reader = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (reader === undefined)
    throw new UsageError(`Unknown command ${command}${suggestion(closest(command, names))}`);
  return reader.read(given, paths);
}

function withoutPaths(command: string, paths: readonly string[]): void {
  if (paths.length > 0) throw new UsageError(`${command} takes no path: ${paths.join(' ')}`);
}
