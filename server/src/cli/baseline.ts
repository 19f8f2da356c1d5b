import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { type Fault, reasonOf } from './read-text';
import { fingerprintsOf } from './reporters/fingerprint';
import { type FileReport } from './reporters/report';
import { writeReport } from './write-report';

/** One finding that was there before. */
interface Entry {
  /** Relative to the baseline's folder, with forward slashes. */
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
}

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
  const found: Entry[] = [];

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

function keyOf({ path, rule, fingerprint }: Entry): string {
  return `${path}\0${rule}\0${fingerprint}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function readEntries(file: string): Promise<{ readonly entries: readonly Entry[] } | Fault> {
  try {
    const { version, findings } = JSON.parse(await readFile(resolve(file), 'utf8')) as {
      version?: unknown;
      findings?: unknown;
    };
    if (version === 1 && Array.isArray(findings) && findings.every(isEntry)) return { entries: findings };
    return { fault: 'is no baseline that this version can read' };
  } catch (error) {
    return { fault: error instanceof SyntaxError ? 'is no baseline: it is not JSON' : reasonOf(error) };
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  return ['path', 'rule', 'fingerprint'].every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  );
}
