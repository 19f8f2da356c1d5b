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
  const { cwd, pages, stderr } = terminal;
  let failures = 0;
  const complain = (message: string): void => {
    failures++;
    stderr.write(`bulwark: ${printable(message)}\n`);
  };
  const failed: Failed = (path, fault) => complain(`${path} ${fault}`);
  const inputs = await inputsOf(options, terminal, failed, folders);
  const outputs = await openOutputs(options, terminal, {
    version,
    rules: listRules,
    page: (id) => readPage(pages, id),
  });
  const verdict = new Verdict(options);
  await lintFiles(inputs, {
    options,
    cwd,
    makeService,
    reporter: outputs.reporter,
    verdict,
    complain,
    failed,
  });
  await outputs.close(failed);
  return failures > 0 ? exitCodes.error : verdict.exitCode();
}

/** What is looked at. @throws UsageError where git cannot tell what has changed. */
async function inputsOf(
  { stdinFilename, paths, changed, watch }: LintOptions,
  terminal: Terminal,
  failed: Failed,
  folders: Set<string>,
): Promise<readonly Input[]> {
  const { cwd } = terminal;
  if (stdinFilename !== undefined) return [standardInput(stdinFilename, terminal)];
  const files = await findFiles(paths, cwd, failed, watch ? (folder) => folders.add(folder) : undefined);
  for (const { path } of files) folders.add(dirname(path));
  if (changed === undefined) return files.map((file) => fileInput(file, cwd));
  const { changedFiles } = await import('./on-demand');
  const touched = await changedFiles(cwd, changed.since, terminal.env);
  if ('fault' in touched) throw new UsageError(`--changed ${touched.fault}`);
  return files.filter(({ real }) => touched.has(real)).map((file) => fileInput(file, cwd));
}
