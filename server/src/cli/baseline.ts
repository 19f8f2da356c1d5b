import { promises } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { type BaselineEntry, readBaseline } from '../service/baseline/entries';
import { type Fault, reasonOf } from './read-text';
import { fingerprintsOf } from './reporters/fingerprint';
import { type FileReport } from './reporters/report';
import { writeReport } from './write-report';

/** The findings that a project has made its peace with. */
export interface Baseline {
  /** The report without what the baseline knows. */
  without(report: FileReport, path: string): FileReport;
  /** Puts what was found in the files that were looked at in the place of what the baseline knew of them. */
  write(): Promise<Fault | undefined>;
}

/**
 * @param file absolute.
 * @param update where set, everything that is found is taken in, and the file need not exist.
 */
export async function openBaseline(file: string, update: boolean): Promise<Baseline | Fault> {
  const before = await readEntries(file);
  if ('fault' in before && !(update && before.fault === 'does not exist')) return before;
  const entries = 'fault' in before ? [] : before.entries;
  const known = new Set(entries.map(({ path, fingerprint }) => `${path}\0${fingerprint}`));
  const seen = new Set<string>();
  const found: BaselineEntry[] = [];

  return {
    without(report, absolute) {
      const path = relative(dirname(file), absolute).split(sep).join('/');
      seen.add(path);
      const all = fingerprintsOf(path, report.source, report.findings);
      if (update) {
        found.push(...all.map(({ finding, fingerprint }) => ({ path, rule: finding.rule, fingerprint })));
        return {
          ...report,
          findings: [],
          excused: excusedWith(
            report,
            all.map(({ finding }) => finding),
          ),
        };
      }
      const old = all.filter(({ fingerprint }) => known.has(`${path}\0${fingerprint}`));
      const excused = new Set(old.map(({ finding }) => finding));
      return {
        ...report,
        findings: report.findings.filter((finding) => !excused.has(finding)),
        excused: excusedWith(report, [...excused]),
      };
    },
    write: () => {
      const kept = entries.filter(({ path }) => !seen.has(path));
      const findings = [...kept, ...found].sort((a, b) => compare(keyOf(a), keyOf(b)));
      return writeReport(file, `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`);
    },
  };
}

function excusedWith({ excused }: FileReport, findings: FileReport['findings']): FileReport['excused'] {
  return [...excused, ...findings.map((finding) => ({ finding, by: 'baseline' as const }))];
}

function keyOf({ path, rule, fingerprint }: BaselineEntry): string {
  return `${path}\0${rule}\0${fingerprint}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function readEntries(file: string): Promise<{ readonly entries: readonly BaselineEntry[] } | Fault> {
  try {
    return readBaseline(await promises.readFile(resolve(file), 'utf8'));
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}
