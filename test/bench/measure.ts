/** Times of one thing done many times, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
}

export function summary(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** Does it for `warm` milliseconds unmeasured, then `times` times measured. */
export async function timed(
  work: (round: number) => unknown,
  { warm, times }: { readonly warm: number; readonly times: number },
): Promise<Timing> {
  let round = 0;
  for (const end = performance.now() + warm; performance.now() < end;) await work(round++);
  const taken: number[] = [];
  while (taken.length < times) {
    const start = performance.now();
    await work(round++);
    taken.push(performance.now() - start);
  }
  return summary(taken);
}

/** One row of the report. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | '×';
  /** What it may be at the most; absent for a yardstick. */
  readonly budget?: number;
  readonly note?: string;
}

export function printRows(rows: readonly Row[]): boolean {
  const width = Math.max(...rows.map(({ what }) => what.length));
  let inside = true;
  for (const { what, value, unit, budget, note } of rows) {
    const over = budget !== undefined && value > budget;
    if (over) inside = false;
    const limit =
      budget === undefined ? '' : `  (budget ${budget.toFixed(1)} ${unit})${over ? '  OVER' : ''}`;
    console.log(
      `${what.padEnd(width)}  ${value.toFixed(2).padStart(8)} ${unit}${limit}${note ? `  ${note}` : ''}`,
    );
  }
  return inside;
}
