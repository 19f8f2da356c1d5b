import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { readBaseline } from '../service/baseline/entries';
import { inventoryOf } from '../service/inventory/inventory';
import { type Inventory } from '../service/inventory/model';
import { type LookedFile, type Unread } from '../service/report/model';
import { type OpenBaseline } from '../service/report/trend';
import { type Settings } from '../service/settings';
import { printable } from '../text/printable';
import { type Host } from '../workspace/host';
import { exitCodes, UsageError } from './exit-codes';
import { type Failed, findFiles, shownPath } from './find-files';
import { readImages } from './images/read';
import { fileInput } from './inputs';
import { lintFiles } from './lint-files';
import { type LintOptions } from './lint-options';
import { settingsFor } from './lint-settings';
import { progressOn } from './progress';
import { readText } from './read-text';
import { type ReportOptions } from './report-options';
import { type FileReport } from './reporters/report';
import { type MakeService } from './surroundings';
import { type Terminal } from './terminal';
import { Verdict } from './verdict';

/** `bulwark report`: a page or a text on all that is found. What cannot be read is named there and on standard error. */
export async function reportCommand(
  { format, output, baseline: typed, lint }: ReportOptions,
  terminal: Terminal,
  makeService: MakeService,
): Promise<number> {
  const { cwd } = terminal;
  const baseline = typed === undefined ? undefined : await openBaseline(typed, cwd);
  const { files, unread, complaints } = await lookAtFiles(lint, terminal, makeService);
  const inventory = await inventoryFor(lint, cwd);
  const { makeReport, renderHtml, renderMarkdown, reportedImages, trendSince, webLinks } =
    await import('../service/report/report');
  const trend = baseline && (await trendSince(files, [baseline]));
  const images = reportedImages(inventory, (uri) => shownPath(URI.parse(uri).fsPath, cwd));
  const report = makeReport({ files, images, unread, trend });
  const text = format === 'html' ? await renderHtml(report, webLinks) : renderMarkdown(report);
  if (output === undefined) terminal.stdout.write(text);
  else {
    const { writeReport } = await import('./on-demand');
    const unwritten = await writeReport(resolve(cwd, output), text);
    if (unwritten !== undefined) {
      terminal.stderr.write(`bulwark: ${printable(`${output} ${unwritten.fault}`)}\n`);
      return exitCodes.error;
    }
  }
  const verdict = new Verdict(lint);
  for (const { findings } of files)
    verdict.add(trend === undefined ? findings : findings.filter((finding) => trend.fresh.has(finding)));
  if (verdict.reason !== undefined) terminal.stderr.write(`bulwark: ${verdict.reason}\n`);
  return complaints.length > 0 ? exitCodes.error : verdict.exitCode();
}

interface Looked {
  readonly files: readonly LookedFile[];
  readonly unread: readonly Unread[];
  /** What was named on standard error. */
  readonly complaints: readonly string[];
}

async function lookAtFiles(
  options: LintOptions,
  terminal: Terminal,
  makeService: MakeService,
): Promise<Looked> {
  const { cwd } = terminal;
  const progress = progressOn(terminal);
  const stderr = progress.above(terminal.stderr);
  const complaints: string[] = [];
  const unread: Unread[] = [];
  const warn = (message: string): void => {
    stderr.write(`bulwark: ${printable(message)}\n`);
  };
  const complain = (message: string): void => {
    complaints.push(message);
    warn(message);
  };
  const failed: Failed = (path, fault) => {
    unread.push({ path, fault });
    complain(`${path} ${fault}`);
  };
  const inputs = (await findFiles(options.paths, cwd, failed)).map((file) => fileInput(file, cwd));
  const files: LookedFile[] = [];
  await lintFiles(inputs, {
    options,
    terminal,
    makeService,
    reporter: { file: (report) => files.push(looked(report, cwd)), end: () => undefined },
    verdict: new Verdict(options),
    complain,
    warn,
    failed,
    progress: (done, of) => progress.tell(`Checked ${done} of ${of} files`),
  });
  progress.clear();
  const seen = new Set(files.map(({ path }) => path));
  for (const path of inputs.map((input) => shownPath(input.path, cwd)).filter((each) => !seen.has(each)))
    unread.push({ path, fault: faultOf(path, complaints) });
  return { files, unread, complaints };
}

/** What is wrong with files and configurations has been told. */
async function inventoryFor(lint: LintOptions, cwd: string): Promise<Inventory> {
  const settings: (host: Host, uri: string, folder: undefined) => Promise<Settings> = await settingsFor(
    lint,
    cwd,
    () => undefined,
  );
  const files = await readImages(
    lint.paths,
    cwd,
    () => undefined,
    (host, uri) => settings(host, uri, undefined),
  );
  return inventoryOf(files);
}

function looked({ path, language, source, findings }: FileReport, cwd: string): LookedFile {
  return { path, uri: URI.file(resolve(cwd, path)).toString(), language, source, findings };
}

function faultOf(path: string, complaints: readonly string[]): string {
  const own = complaints.find((complaint) => complaint.startsWith(`${path} `));
  return own?.slice(path.length + 1) ?? 'cannot be looked at';
}

/** @throws UsageError where it cannot be read. */
async function openBaseline(typed: string, cwd: string): Promise<OpenBaseline> {
  const path = resolve(cwd, typed);
  const folder = dirname(path);
  const file = await readText(path);
  const baseline = 'fault' in file ? file : readBaseline(file.text);
  if ('fault' in baseline) throw new UsageError(`--baseline ${typed} ${baseline.fault}`);
  return {
    entries: baseline.entries,
    pathOf: ({ uri }) => relative(folder, URI.parse(uri).fsPath).split(sep).join('/'),
    exists: (entry) => Promise.resolve(existsSync(resolve(folder, entry))),
    shown: (entry) => shownPath(resolve(folder, entry), cwd),
  };
}
