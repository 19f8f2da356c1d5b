import { dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { type Plan, type Refusal } from '../migrate/plan';
import { planText } from '../migrate/plan-text';
import { resolveSettings } from '../service/configuration';
import { defaultSettings } from '../service/settings';
import { applyEdits } from '../text/edit';
import { Source } from '../text/source';
import { boundaryOf } from './boundary';
import { exitCodes } from './exit-codes';
import { shownPath } from './find-files';
import { type MigrateOptions } from './migrate-options';
import { onDisk } from './on-disk';
import { planJson } from './plan-json';
import { readText, type FileText } from './read-text';
import { printable } from '../text/printable';
import { diffOnDisk, unifiedDiff } from './reporters/diff';
import { createSurroundings, type MakeService } from './surroundings';
import { type Terminal } from './terminal';
import { type Change } from './write-together';

/** `bulwark migrate FILE`: how a Dockerfile gets to hardened images; with `--write` it gets there. */
export async function migrateCommand(
  { path: typed, write, diff, format }: MigrateOptions,
  terminal: Terminal,
  makeService: MakeService,
): Promise<number> {
  const { cwd, stdout } = terminal;
  const path = resolve(cwd, typed);
  const shown = shownPath(path, cwd);
  const fail = (fault: string, where = shown): number => {
    terminal.stderr.write(`bulwark: ${printable(`${where} ${fault}`)}\n`);
    return exitCodes.error;
  };
  const file = await readText(path);
  if ('fault' in file) return fail(file.fault);
  const boundary = boundaryOf(dirname(path), cwd);
  const surroundings = createSurroundings(makeService, boundary, (message) => {
    terminal.stderr.write(`bulwark: ${printable(message)}\n`);
  });
  const uri = URI.file(path).toString();
  surroundings.open(uri, file.text);
  const { settings } = await resolveSettings(surroundings.host, uri, defaultSettings);
  const result = await surroundings.service.migration(
    { uri, language: 'dockerfile', version: 1, text: file.text },
    // A file that is named is looked at, whatever the configuration leaves out.
    { ...settings, enable: true },
  );
  if (result === undefined) return fail('is too large to migrate');

  const source = new Source(file.text);
  const after = textAfter(file.text, result);
  if (format === 'json') stdout.write(planJson(shown, result, source, after));
  else if (!diff) stdout.write(planText(result, source));
  if (result.kind === 'refusal') {
    if (diff) terminal.stderr.write(planText(result, source));
    return exitCodes.findings;
  }
  if (write) return writeAll(path, file, after, result, { boundary, fail, cwd });
  if (format === 'text')
    stdout.write(`${diff || after === file.text ? '' : '\n'}${await diffOf(path, file, after, result, cwd)}`);
  return exitCodes.clean;
}

function textAfter(text: string, result: Plan | Refusal): string {
  return result.kind === 'refusal'
    ? text
    : applyEdits(
        text,
        result.steps.flatMap(({ edits }) => edits),
      );
}

async function diffOf(path: string, file: FileText, after: string, plan: Plan, cwd: string): Promise<string> {
  const changed: string[] = [diffOnDisk(onDisk(path, file, cwd), file.text, after)];
  for (const { uri, source, edits } of plan.others) {
    const target = URI.parse(uri).fsPath;
    const present = await readText(target);
    const hasBom = 'hasBom' in present && present.hasBom;
    changed.push(diffOnDisk(onDisk(target, { hasBom }, cwd), source.text, applyEdits(source.text, edits)));
  }
  const added = plan.newFiles.map(({ uri, text }) =>
    unifiedDiff(shownPath(URI.parse(uri).fsPath, cwd), '', text).replace(/^--- .*$/m, '--- /dev/null'),
  );
  return [...changed, ...added].join('');
}

interface Writing {
  readonly boundary: string;
  readonly cwd: string;
  readonly fail: (fault: string, where?: string) => number;
}

async function writeAll(
  path: string,
  before: FileText,
  after: string,
  { newFiles, others }: Plan,
  { boundary, cwd, fail }: Writing,
): Promise<number> {
  const { changedFile, newFile, writeTogether } = await import('./on-demand');
  const changes: Change[] = [];
  const add = (target: string, prepare: Change['prepare']): void => {
    changes.push({ path: shownPath(target, cwd), prepare });
  };
  for (const { uri, source, edits } of others) {
    const target = URI.parse(uri).fsPath;
    const present = await readText(target);
    add(target, () => {
      if ('fault' in present) return present;
      if (present.text !== source.text) return { fault: 'has changed meanwhile' };
      return changedFile(target, applyEdits(source.text, edits), present, boundary);
    });
  }
  for (const { uri, text } of newFiles) {
    const target = URI.parse(uri).fsPath;
    add(target, () => newFile(target, text));
  }
  if (after !== before.text) add(path, () => changedFile(path, after, before, boundary));
  const unwritten = writeTogether(changes);
  if (unwritten === undefined) return exitCodes.clean;
  const { fault, left } = unwritten;
  const outcome =
    left.length === 0 ? 'nothing is written' : `written and not to be put back: ${left.join(', ')}`;
  return fail(`${fault}; ${outcome}`, unwritten.path);
}
