import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import { type LintOptions, severities } from './arguments';
import { boundaryOf } from './boundary';
import { exitCodes } from './exit-codes';
import { findFiles, shownPath } from './find-files';
import { fileInput, type Input, standardInput } from './inputs';
import { type SettingsFor, settingsFor } from './lint-settings';
import { lintText } from './lint-text';
import { printable } from './reporters/cells';
import { jsonReporter } from './reporters/json';
import { type FileReport } from './reporters/report';
import { textReporter } from './reporters/text';
import { sniffLanguage } from './sniff';
import { isColoured, styleFor } from './style';
import { createSurroundings, type MakeService, type Surroundings } from './surroundings';
import { type Terminal } from './terminal';

/** `bulwark lint`. What cannot be read, written or understood is named on standard error, and the rest goes on. */
export async function lintCommand(
  options: LintOptions,
  terminal: Terminal,
  makeService: MakeService,
): Promise<number> {
  const { cwd } = terminal;
  let failures = 0;
  const complain = (message: string): void => {
    failures++;
    terminal.stderr.write(`bulwark: ${printable(message)}\n`);
  };
  const failed = (path: string, fault: string): void => complain(`${path} ${fault}`);

  const settings = await settingsFor(options, cwd, ({ uri, message, range }) => {
    const { line, character } = range.start;
    complain(`${shownPath(URI.parse(uri).fsPath, cwd)}:${line + 1}:${character + 1}: ${message}`);
  });
  const places = new Map<string, Surroundings>();
  const surroundingsOf = (path: string): Surroundings => {
    const boundary = boundaryOf(dirname(path), cwd);
    const present = places.get(boundary) ?? createSurroundings(makeService, boundary, complain);
    places.set(boundary, present);
    return present;
  };

  const inputs =
    options.stdinFilename === undefined
      ? (await findFiles(options.paths, cwd, failed)).map((file) => fileInput(file, cwd))
      : [standardInput(options.stdinFilename, terminal)];
  const reporter = reporterFor(options, terminal);
  let worst = severities.length;
  for (const input of inputs) {
    const surroundings = surroundingsOf(input.path);
    const report = await lintInput(
      input,
      options,
      settings,
      surroundings,
      shownPath(input.path, cwd),
      failed,
    );
    if (report === undefined) continue;
    reporter.file(report);
    for (const { severity } of report.findings) worst = Math.min(worst, severities.indexOf(severity));
  }
  reporter.end();
  if (failures > 0) return exitCodes.error;
  return worst <= severities.indexOf(options.failOn) ? exitCodes.findings : exitCodes.clean;
}

/** Checks one input; gives nothing where it cannot be read or is of no known kind. */
async function lintInput(
  input: Input,
  { fix }: LintOptions,
  settings: SettingsFor,
  surroundings: Surroundings,
  shown: string,
  failed: (path: string, fault: string) => void,
): Promise<FileReport | undefined> {
  const file = await input.read();
  if ('fault' in file) {
    failed(shown, file.fault);
    return undefined;
  }
  const language = input.language ?? sniffLanguage(input.path, file.text);
  if (language === undefined) {
    failed(shown, 'is neither a Dockerfile nor a Compose file, by its name and by its first instruction');
    return undefined;
  }
  const uri = URI.file(input.path).toString();
  surroundings.open(uri, file.text);
  const own = await settings(surroundings.host, uri);
  const linted = await lintText(surroundings.service, { uri, language, text: file.text, settings: own, fix });
  const unwritten = fix ? await input.write(linted.after.text, file) : undefined;
  if (unwritten !== undefined) failed(shown, unwritten.fault);
  const { source, findings } = unwritten === undefined ? linted.after : linted.before;
  return { path: shown, language, source, findings, repaired: unwritten === undefined ? linted.repaired : 0 };
}

function reporterFor({ format, fix, stdinFilename }: LintOptions, terminal: Terminal) {
  // The repaired text of standard input takes standard output for itself.
  const output = fix && stdinFilename !== undefined ? terminal.stderr : terminal.stdout;
  return format === 'json'
    ? jsonReporter(output)
    : textReporter(output, styleFor(isColoured(terminal, output)));
}
