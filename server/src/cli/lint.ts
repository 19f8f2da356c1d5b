import { dirname } from 'node:path';
import { version } from '../../../package.json';
import { listRules } from '../service/rule-list';
import { exitCodes, UsageError } from './exit-codes';
import { type Failed, findFiles } from './find-files';
import { fileInput, type Input, standardInput } from './inputs';
import { lintFiles } from './lint-files';
import { type LintOptions } from './lint-options';
import { openOutputs } from './outputs';
import { printable } from '../text/printable';
import { progressOn } from './progress';
import { readPage } from './rule-page';
import { type MakeService } from './surroundings';
import { type Terminal } from './terminal';
import { Verdict } from './verdict';

/** `bulwark lint`. What cannot be read, written or understood is named on standard error, and the rest goes on. */
export async function lintCommand(
  options: LintOptions,
  terminal: Terminal,
  makeService: MakeService,
): Promise<number> {
  const folders = new Set<string>();
  if (!options.watch) return lintOnce(options, terminal, makeService, folders);
  const { watchFolders } = await import('./on-demand');
  for (;;) {
    folders.clear();
    const watching = await lintOnce(options, terminal, makeService, folders);
    terminal.stderr.write('bulwark: watching for changes; Ctrl-C ends it\n');
    await watchFolders(folders, terminal.stopped);
    if (terminal.stopped?.aborted === true) return watching;
  }
}

/** @param folders is filled with the folders that were looked into, absolute. */
async function lintOnce(
  options: LintOptions,
  terminal: Terminal,
  makeService: MakeService,
  folders: Set<string>,
): Promise<number> {
  const { cwd, env, pages } = terminal;
  const progress = progressOn(terminal);
  const [stdout, stderr] = [progress.above(terminal.stdout), progress.above(terminal.stderr)];
  let failures = 0;
  const warn = (message: string): void => {
    stderr.write(`bulwark: ${printable(message)}\n`);
  };
  const complain = (message: string): void => {
    failures++;
    warn(message);
  };
  const failed: Failed = (path, fault) => complain(`${path} ${fault}`);
  const visited = (folder: string): void => {
    folders.add(folder);
    progress.tell(`Looking for files: ${folders.size} folders`);
  };
  const inputs = await inputsOf(options, terminal, failed, visited);
  const screen = { stdout, stderr, cwd, env };
  const outputs = await openOutputs(options, screen, {
    version,
    rules: listRules,
    page: (id) => readPage(pages, id),
    hasFailed: () => failures > 0,
  });
  const verdict = new Verdict(options);
  await lintFiles(inputs, {
    options,
    terminal,
    makeService,
    reporter: outputs.reporter,
    verdict,
    complain,
    warn,
    failed,
    progress: (done, of) => progress.tell(`Checked ${done} of ${of} files`),
  });
  progress.clear();
  await outputs.close(failed);
  if (verdict.reason !== undefined) warn(verdict.reason);
  return failures > 0 ? exitCodes.error : verdict.exitCode();
}

/** What is looked at. @throws UsageError where git cannot tell what has changed. */
async function inputsOf(
  { stdinFilename, paths, changed }: LintOptions,
  terminal: Terminal,
  failed: Failed,
  visited: (folder: string) => void,
): Promise<readonly Input[]> {
  const { cwd } = terminal;
  if (stdinFilename !== undefined) return [standardInput(stdinFilename, terminal)];
  const files = await findFiles(paths, cwd, failed, visited);
  for (const { path } of files) visited(dirname(path));
  if (changed === undefined) return files.map((file) => fileInput(file, cwd));
  const { changedFiles } = await import('./on-demand');
  const touched = await changedFiles(cwd, changed.since, terminal.env);
  if ('fault' in touched) throw new UsageError(`--changed ${touched.fault}`);
  return files.filter(({ real }) => touched.has(real)).map((file) => fileInput(file, cwd));
}
