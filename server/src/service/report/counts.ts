import { type Severity } from '../../rules/rule';
import { severities } from '../severities';

/** How many there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

export function countsOf(findings: readonly { readonly severity: Severity }[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

export function totalOf(counts: Counts): number {
  return severities.reduce((sum, severity) => sum + counts[severity], 0);
}

/** Orders what has counts: most errors first, then most warnings, and so on. */
export function byCounts(a: { readonly counts: Counts }, b: { readonly counts: Counts }): number {
  for (const severity of severities) {
    const difference = b.counts[severity] - a.counts[severity];
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How many findings are gone in all. */
export function totalGone(gone: readonly { readonly count: number }[]): number {
  return gone.reduce((sum, { count }) => sum + count, 0);
}
