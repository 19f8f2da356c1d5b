import { dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { boundaryOf } from './boundary';
import { UsageError } from './exit-codes';
import { type Failed, shownPath } from './find-files';
import { type Input } from './inputs';
import { type LintOptions } from './lint-options';
import { type SettingsFor, settingsFor } from './lint-settings';
import { lintText } from './lint-text';
import { type FileReport, type Reporter } from './reporters/report';
import { sniffLanguage } from './sniff';
import { createSurroundings, type MakeService, type Surroundings } from './surroundings';
import { fails, type Verdict } from './verdict';

/** What a run tells, and to whom. */
export interface LintRun {
  readonly options: LintOptions;
  readonly cwd: string;
  readonly makeService: MakeService;
  readonly reporter: Reporter;
  readonly verdict: Verdict;
  /** Told of what is wrong with no file in particular, as a sentence without its full stop. */
  readonly complain: (message: string) => void;
  readonly failed: Failed;
}

/**
 * Checks inputs one after the other and reports each.
 * @throws UsageError where the configuration or the baseline that was named cannot be read.
 */
export async function lintFiles(inputs: readonly Input[], run: LintRun): Promise<void> {
  const { options, cwd, makeService, reporter, verdict, complain, failed } = run;
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
  const baseline = await baselineOf(options, cwd);

  for (const input of inputs) {
    const found = await lintInput(input, options, settings, surroundingsOf(input.path), cwd, failed);
    if (found === undefined) continue;
    const fresh = baseline?.without(found, input.path) ?? found;
    verdict.add(fresh.findings);
    const shown = options.quiet
      ? fresh.findings.filter((finding) => fails(finding, options))
      : fresh.findings;
    reporter.file({ ...fresh, findings: shown });
  }
  reporter.end();
  const unwritten = options.baseline?.update === true ? await baseline?.write() : undefined;
  if (unwritten !== undefined) failed(options.baseline?.file ?? '', unwritten.fault);
}

async function baselineOf({ baseline }: LintOptions, cwd: string) {
  if (baseline === undefined) return undefined;
  const { openBaseline } = await import('./on-demand');
  const opened = await openBaseline(resolve(cwd, baseline.file), baseline.update);
  if (!('fault' in opened)) return opened;
  const hint = opened.fault === 'does not exist' ? '; --update-baseline writes it' : '';
  throw new UsageError(`--baseline ${baseline.file} ${opened.fault}${hint}`);
}

/** Checks one input; gives nothing where it cannot be read or is of no known kind. */
async function lintInput(
  input: Input,
  { fix, fixOffers, outputs }: LintOptions,
  settings: SettingsFor,
  surroundings: Surroundings,
  cwd: string,
  failed: Failed,
): Promise<FileReport | undefined> {
  const path = shownPath(input.path, cwd);
  const file = await input.read();
  if ('fault' in file) {
    failed(path, file.fault);
    return undefined;
  }
  const language = input.language ?? sniffLanguage(input.path, file.text);
  if (language === undefined) {
    failed(path, 'is neither a Dockerfile nor a Compose file, by its name and by its first instruction');
    return undefined;
  }
  const uri = URI.file(input.path).toString();
  surroundings.open(uri, file.text);
  const linted = await lintText(surroundings.service, {
    uri,
    language,
    text: file.text,
    settings: await settings(surroundings.host, uri),
    fix,
    fixOffers,
    withSilenced: outputs.some(({ format }) => format === 'sarif'),
  });
  const { before, after } = linted;
  const fault = linted.fault ?? (fix === 'write' ? await input.write(after.text, file) : undefined)?.fault;
  if (fault !== undefined) failed(path, fault);
  const { source, findings, silenced } = fault === undefined ? after : before;
  return {
    path,
    language,
    source,
    findings,
    excused: silenced.map((finding) => ({ finding, by: 'comment' })),
    repaired: fault === undefined ? linted.repaired : 0,
    ...(fault === undefined && after !== before ? { original: before.source } : {}),
  };
}
