import { type BaselineEntry } from '../baseline/entries';
import { fingerprintsOf } from '../baseline/fingerprints';
import { type Finding } from '../finding';
import { type GoneFindings, type LookedFile } from './model';

/** A baseline, and how its paths lead to the files of a report. */
export interface OpenBaseline {
  readonly entries: readonly BaselineEntry[];
  /** How the baseline names a file; undefined where it says nothing about such files. */
  readonly pathOf: (file: LookedFile) => string | undefined;
  /** Whether a file that was not looked at is there at all. */
  readonly exists: (path: string) => Promise<boolean>;
  /** How a path of the baseline is shown. */
  readonly shown: (path: string) => string;
}

/** What was found now, beside what was found then. */
export interface Trend {
  /** What stands in no baseline. */
  readonly fresh: ReadonlySet<Finding>;
  readonly gone: readonly GoneFindings[];
}

/**
 * What is new and what is gone since baselines were written. A finding of a file that is there and was not looked at is
 * neither.
 */
export async function trendSince(
  files: readonly LookedFile[],
  baselines: readonly OpenBaseline[],
): Promise<Trend> {
  const fresh = new Set(files.flatMap(({ findings }) => findings));
  const gone: GoneFindings[] = [];
  for (const baseline of baselines) gone.push(...(await goneSince(baseline, files, fresh)));
  return { fresh, gone: gone.sort(byPlace) };
}

/** @param fresh loses what the baseline lists. */
async function goneSince(
  { entries, pathOf, exists, shown }: OpenBaseline,
  files: readonly LookedFile[],
  fresh: Set<Finding>,
): Promise<readonly GoneFindings[]> {
  const left = new Map(entries.map((entry) => [keyOf(entry.path, entry.fingerprint), entry]));
  const known = new Set(left.keys());
  const looked = new Set<string>();
  for (const file of files) {
    const path = pathOf(file);
    if (path === undefined) continue;
    looked.add(path);
    const fingerprints = await fingerprintsOf(path, file.source, file.findings);
    for (const [index, finding] of file.findings.entries()) {
      const key = keyOf(path, fingerprints[index] ?? '');
      if (!known.has(key)) continue;
      fresh.delete(finding);
      left.delete(key);
    }
  }
  const counts = new Map<string, { path: string; rule: string; count: number }>();
  for (const { path, rule } of left.values()) {
    if (!looked.has(path) && (await exists(path))) continue;
    const key = keyOf(path, rule);
    const before = counts.get(key) ?? { path: shown(path), rule, count: 0 };
    counts.set(key, { ...before, count: before.count + 1 });
  }
  return [...counts.values()];
}

function keyOf(path: string, what: string): string {
  return `${path}\0${what}`;
}

function byPlace(a: GoneFindings, b: GoneFindings): number {
  const [left, right] = [keyOf(a.path, a.rule), keyOf(b.path, b.rule)];
  return left < right ? -1 : left > right ? 1 : 0;
}
