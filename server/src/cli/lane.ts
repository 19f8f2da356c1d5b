import { basename, dirname } from 'node:path';
import { URI } from 'vscode-uri';
import { type Settings } from '../service/settings';
import { type FileLanguage } from '../workspace/file-names';
import { boundaryOf } from './boundary';
import { cacheFile } from './cache-location';
import { type Fact, type FactNotes } from './cache/facts';
import { shownPath } from './find-files';
import { onDisk } from './on-disk';
import { type Input } from './inputs';
import { type LintOptions } from './lint-options';
import { settingsFor } from './lint-settings';
import { lintText } from './lint-text';
import { type FileText } from './read-text';
import { reportedFinding } from './reporters/reported-finding';
import { type FileReport } from './reporters/report';
import { sniffLanguage } from './sniff';
import { createSurroundings, type MakeService, type Surroundings } from './surroundings';

/** What came of one input. */
export interface Outcome {
  /** Absent where the input cannot be read or is of no known kind. */
  readonly report?: FileReport;
  /** What is wrong with the input or with what it needs, each a sentence without its full stop. */
  readonly complaints: readonly string[];
  /** What is amiss and hides no finding, each a sentence without its full stop. */
  readonly warnings: readonly string[];
  /** What the world outside the input was asked; absent where it was not noted, or where a rule has failed. */
  readonly facts?: readonly Fact[];
}

/** An input that has been read, and all that a look at it needs. */
export interface Prepared {
  readonly input: Input;
  readonly uri: string;
  readonly file: FileText;
  readonly language: FileLanguage;
  readonly settings: Settings;
  readonly surroundings: Surroundings;
  readonly complaints: readonly string[];
  readonly warnings: readonly string[];
}

/** Checks inputs one after the other, in one thread. */
export interface Lane {
  lint(input: Input): Promise<Outcome>;
  /** The first half of it: reads an input. Gives what came of it already where it cannot be checked. */
  prepare(input: Input): Promise<Prepared | Outcome>;
}

/** What a lane is to find out beside what every report tells. */
export interface LaneOptions extends LintOptions {
  /** Findings with what an editor offers: it takes time to find. */
  readonly withOffers: boolean;
  /** Findings that comments silence. */
  readonly withSilenced: boolean;
  /** What the world outside of each input is asked. */
  readonly withFacts: boolean;
}

/** @throws UsageError where the configuration that was named cannot be read, and for rules that do not exist. */
export async function openLane(options: LaneOptions, cwd: string, makeService: MakeService): Promise<Lane> {
  let complaints: string[] = [];
  let warnings: string[] = [];
  const complain = (message: string): void => {
    complaints.push(message);
  };
  const settings = await settingsFor(options, cwd, ({ uri, message, range, isWarning }) => {
    const { line, character } = range.start;
    const told = `${shownPath(URI.parse(uri).fsPath, cwd)}:${line + 1}:${character + 1}: ${message}`;
    (isWarning ? warnings : complaints).push(told);
  });
  let isWhole = true;
  const ruleFailed = (message: string): void => {
    isWhole = false;
    complain(message);
  };
  const notes = options.withFacts ? await factNotes(basename(cacheFile(options, cwd))) : undefined;
  const boundaries = new Map<string, string>();
  const places = new Map<string, Surroundings>();
  const surroundingsOf = (path: string): Surroundings => {
    const folder = dirname(path);
    const boundary = boundaries.get(folder) ?? boundaryOf(folder, cwd);
    boundaries.set(folder, boundary);
    const present =
      places.get(boundary) ?? createSurroundings(makeService, boundary, ruleFailed, notes?.wrap);
    places.set(boundary, present);
    return present;
  };

  async function prepare(input: Input): Promise<Prepared | Outcome> {
    [complaints, warnings] = [[], []];
    notes?.begin();
    const fails = (fault: string): Outcome => ({
      complaints: [...complaints, `${shownPath(input.path, cwd)} ${fault}`],
      warnings,
    });
    const file = await input.read();
    if ('fault' in file) return fails(file.fault);
    const language = input.language ?? sniffLanguage(input.path, file.text);
    if (language === undefined)
      return fails('is neither a Dockerfile nor a Compose file, by its name and by its first instruction');
    const uri = URI.file(input.path).toString();
    const surroundings = surroundingsOf(input.path);
    surroundings.open(uri, file.text);
    const wanted = input.folder === undefined ? undefined : URI.file(input.folder).toString();
    const own = await settings(surroundings.host, uri, wanted);
    return { input, uri, file, language, settings: own, surroundings, complaints, warnings };
  }

  return {
    prepare,
    async lint(input) {
      const prepared = await prepare(input);
      if (!('file' in prepared)) return prepared;
      const report = await check(prepared, options, cwd, complain);
      return {
        report,
        complaints,
        warnings,
        ...(isWhole && notes !== undefined ? { facts: notes.facts() } : {}),
      };
    },
  };
}

async function factNotes(own: string): Promise<FactNotes> {
  const { FactNotes: Notes } = await import('./on-demand');
  return new Notes(own);
}

async function check(
  { input, uri, file, language, settings, surroundings }: Prepared,
  { fix, fixOffers, withOffers, withSilenced }: LaneOptions,
  cwd: string,
  complain: (message: string) => void,
): Promise<FileReport> {
  const path = shownPath(input.path, cwd);
  const request = { uri, language, text: file.text, settings, fix, fixOffers, withSilenced };
  const linted = await lintText(surroundings.service, request);
  const { before, after } = linted;
  const fault = linted.fault ?? (fix === 'write' ? await input.write(after.text, file) : undefined)?.fault;
  if (fault !== undefined) complain(`${path} ${fault}`);
  const { source, findings, silenced } = fault === undefined ? after : before;
  return {
    path,
    language,
    source,
    findings: findings.map((finding) => reportedFinding(finding, withOffers)),
    excused: silenced.map((finding) => ({ finding: reportedFinding(finding, withOffers), by: 'comment' })),
    repaired: fault === undefined ? linted.repaired : 0,
    isChecked: settings.enable,
    ...(fault === undefined && after !== before
      ? { original: before.source, onDisk: onDisk(input.path, file, cwd) }
      : {}),
  };
}
